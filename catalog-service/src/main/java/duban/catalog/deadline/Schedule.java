package duban.catalog.deadline;

import duban.catalog.obligation.Checkpoint;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.PlainWindow;
import duban.catalog.obligation.Setting;
import duban.catalog.obligation.Who;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.term.Term;
import duban.catalog.unit.Unit;
import duban.catalog.unit.Units;
import duban.chassis.calendar.WorkingCalendar;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes deadlines from rules: the same rules, units and calendar always make the same deadlines.
 */
final class Schedule {
  private final Units units;
  private final List<Term> terms;
  private final WorkingCalendar calendar;

  Schedule(Units units, List<Term> terms, WorkingCalendar calendar) {
    this.units = units;
    this.terms = terms;
    this.calendar = calendar;
  }

  /** All deadlines of the year, of those obligations that are in force in it. */
  List<Deadline> of(List<Obligation> obligations, int year) {
    Setting setting = new Setting(year, terms, calendar);
    return obligations.stream().flatMap(each -> of(each, setting)).toList();
  }

  private Stream<Deadline> of(Obligation obligation, Setting setting) {
    List<PlainWindow> windows = obligation.unfold(setting);
    return Responsibility.of(obligation.who(), units, setting.first()).stream()
        .flatMap(
            owed -> windows.stream().map(window -> deadline(obligation, owed, window, setting)));
  }

  private Deadline deadline(
      Obligation obligation, Responsibility owed, PlainWindow window, Setting setting) {
    Who who = obligation.who();
    Unit unit = owed.owedBy();
    @Nullable Checkpoint checkpoint = window.checkpoint();
    String period = Integer.toString(setting.year());
    String name = checkpoint == null ? null : checkpoint.name();
    return new Deadline(
        DeadlineId.of(obligation.id(), owed.laidOn().id(), period, name, null),
        null,
        null,
        obligation.measureId(),
        obligation.id(),
        obligation.title(),
        obligation.rule().noun(),
        obligation.quote(),
        obligation.rule().kind(),
        obligation.strength(),
        unit.ref(),
        beside(unit, who),
        units.ref(who.supervisor()),
        units.ref(who.organiser()),
        units.ref(who.addressee()),
        checkpoint == null ? null : units.ref(checkpoint.actor()),
        checkpoint == null ? null : checkpoint.completes(),
        Objects.requireNonNullElse(who.remindTo(), "RESPONSIBLE"),
        period,
        setting.first(),
        setting.last(),
        name,
        window.opens(),
        window.due(),
        window.rolledFrom(),
        null,
        window.required(),
        window.conditions(),
        window.pace(),
        window.latestStart(),
        obligation.rule().lead(),
        window.reportUntil(),
        Boolean.TRUE.equals(obligation.rated()),
        obligation.afterDue(),
        obligation.extension(),
        obligation.evidence(),
        calendar.provisional(setting.year()) || calendar.provisional(window.due().getYear()),
        null);
  }

  private List<UnitRef> beside(Unit unit, Who who) {
    return who.coHandlers().stream().map(code -> units.beside(unit, code)).toList();
  }
}
