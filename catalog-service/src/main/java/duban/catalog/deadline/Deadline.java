package duban.catalog.deadline;

import duban.catalog.obligation.AfterDue;
import duban.catalog.obligation.Extension;
import duban.catalog.obligation.Strength;
import duban.catalog.rule.DatedCondition;
import duban.catalog.rule.DatedPace;
import duban.catalog.rule.RuleKind;
import duban.catalog.rule.Timing;
import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One obligation, for one unit, in one period and checkpoint, with every date resolved: as it is
 * shown and published. As made by a rule it has no version, status, movedFrom and madeOn yet.
 *
 * @param membersUnknown true: a group owes it because nobody named its members
 * @param coDueOn until when the co-handlers have time
 * @param occasionId at which it is owed, as the next two; a tally has the type alone
 * @param occasionOn absent while it has no date
 * @param requires the type of the occasion that must come first
 * @param order whether it came first
 * @param rolledFrom the printed date, where that is no working day
 * @param movedFrom dueOn before the schedule was made again
 * @param required absent where an event completes it
 * @param lead working days
 * @param provisional counted by a calendar that is not announced yet
 * @param tally true: frequent meetings, of which it is only counted how many there were until it is
 *     due; nothing is owed by then
 */
record Deadline(
    UUID id,
    @Nullable Integer version,
    @Nullable DeadlineStatus status,
    String measureId,
    String obligationId,
    String title,
    @Nullable String noun,
    String quote,
    RuleKind kind,
    Strength strength,
    UnitRef unit,
    @Nullable Boolean membersUnknown,
    List<UnitRef> coHandlers,
    @Nullable LocalDate coDueOn,
    @Nullable UnitRef supervisor,
    @Nullable UnitRef organiser,
    @Nullable UnitRef addressee,
    @Nullable UnitRef actor,
    @Nullable String completes,
    String remindTo,
    String period,
    LocalDate periodFrom,
    LocalDate periodTo,
    @Nullable String checkpoint,
    @Nullable UUID occasionId,
    @Nullable String occasionType,
    @Nullable LocalDate occasionOn,
    @Nullable Timing timing,
    @Nullable String requires,
    @Nullable Order order,
    LocalDate opensOn,
    LocalDate dueOn,
    @Nullable LocalDate rolledFrom,
    @Nullable LocalDate movedFrom,
    @Nullable Integer required,
    List<DatedCondition> conditions,
    List<DatedPace> pace,
    @Nullable LocalDate latestStartOn,
    @Nullable Period lead,
    @Nullable LocalDate reportUntil,
    boolean rated,
    AfterDue afterDue,
    @Nullable Extension extension,
    List<String> evidence,
    boolean provisional,
    @Nullable Boolean tally,
    @Nullable LocalDate madeOn) {

  /** Whether it, or its period, lasts until that day. */
  boolean reaches(LocalDate day) {
    return !periodTo.isBefore(day) || !dueOn.isBefore(day);
  }

  /** As it stands: what the rule made, and what became of it. */
  Deadline standing(
      int newVersion, DeadlineStatus newStatus, @Nullable LocalDate moved, LocalDate made) {
    return with(newVersion, newStatus, coHandlers, moved, made);
  }

  /** As its rule made it, whatever became of it. */
  Deadline asMade() {
    return with(null, null, coHandlers, null, null);
  }

  /** For whom these units, by their ids, do not handle it too. */
  Deadline without(Set<String> units) {
    var others = coHandlers.stream().filter(it -> !units.contains(it.id())).toList();
    return with(version, status, others, movedFrom, madeOn);
  }

  private Deadline with(
      @Nullable Integer newVersion,
      @Nullable DeadlineStatus newStatus,
      List<UnitRef> newCoHandlers,
      @Nullable LocalDate moved,
      @Nullable LocalDate made) {
    return new Deadline(
        id,
        newVersion,
        newStatus,
        measureId,
        obligationId,
        title,
        noun,
        quote,
        kind,
        strength,
        unit,
        membersUnknown,
        newCoHandlers,
        coDueOn,
        supervisor,
        organiser,
        addressee,
        actor,
        completes,
        remindTo,
        period,
        periodFrom,
        periodTo,
        checkpoint,
        occasionId,
        occasionType,
        occasionOn,
        timing,
        requires,
        order,
        opensOn,
        dueOn,
        rolledFrom,
        moved,
        required,
        conditions,
        pace,
        latestStartOn,
        lead,
        reportUntil,
        rated,
        afterDue,
        extension,
        evidence,
        provisional,
        tally,
        made);
  }
}
