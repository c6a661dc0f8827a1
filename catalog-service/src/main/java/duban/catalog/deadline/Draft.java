package duban.catalog.deadline;

import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Responsibility;
import duban.catalog.obligation.Who;
import duban.catalog.occasion.Occasion;
import duban.catalog.rule.Checkpoint;
import duban.catalog.rule.Count;
import duban.catalog.rule.EachTime;
import duban.catalog.rule.PlainWindow;
import duban.catalog.rule.Span;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Units;
import duban.chassis.calendar.WorkingCalendar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down one deadline, with everything that its readers need. */
record Draft(Units units, WorkingCalendar calendar, Map<UUID, Occasion> occasions) {

  Deadline deadline(
      Obligation obligation, Responsibility owed, PlainWindow window, List<UnitRef> coHandlers) {
    Who who = obligation.who();
    @Nullable Checkpoint checkpoint = window.checkpoint();
    @Nullable Occasion occasion = window.occasion();
    @Nullable EachTime each = obligation.rule() instanceof EachTime it ? it : null;
    Count count = owed.reportsNumbers(who) ? window.count().reported() : window.count();
    String point = checkpoint == null ? null : checkpoint.name();
    Span span = window.span();
    return new Deadline(
        id(obligation, owed, window),
        null,
        null,
        obligation.measureId(),
        obligation.id(),
        obligation.title(),
        obligation.rule().noun(),
        obligation.quote(),
        obligation.rule().kind(),
        obligation.strength(),
        owed.owedBy().ref(),
        owed.membersUnknown() ? true : null,
        coHandlers,
        window.coDue(),
        units.ref(who.supervisor()),
        who.organiser() == null ? null : units.beside(owed.owedBy(), who.organiser()),
        units.ref(who.addressee()),
        checkpoint == null ? null : units.ref(checkpoint.actor()),
        window.completes(),
        Objects.requireNonNullElse(who.remindTo(), "RESPONSIBLE"),
        window.period().id(),
        window.period().first(),
        window.period().last(),
        point,
        occasion == null ? null : occasion.id(),
        window.tally() && each != null
            ? each.occasion()
            : occasion == null ? null : occasion.type(),
        occasion == null ? null : occasion.date(),
        each == null ? null : each.timing(),
        each == null ? null : each.requires(),
        each == null || occasion == null ? null : Order.of(each, occasion, occasions),
        span.opens(),
        span.due(),
        span.rolledFrom(),
        null,
        count.required(),
        count.conditions(),
        count.pace(),
        count.latestStart(),
        obligation.rule().lead(),
        count.reportUntil(),
        Boolean.TRUE.equals(obligation.rated()) && !window.tally(),
        obligation.afterDue(),
        window.tally() ? null : obligation.extension(),
        obligation.evidence(),
        window.provisional(calendar),
        window.tally() ? true : null,
        null);
  }

  static UUID id(Obligation obligation, Responsibility owed, PlainWindow window) {
    @Nullable Checkpoint checkpoint = window.checkpoint();
    @Nullable Occasion occasion = window.occasion();
    return DeadlineId.of(
        obligation,
        owed.laidOn().id(),
        window.period().id(),
        checkpoint == null ? null : checkpoint.name(),
        occasion == null ? null : occasion.id());
  }
}
