package duban.catalog.deadline;

import duban.catalog.obligation.AfterDue;
import duban.catalog.obligation.DatedCondition;
import duban.catalog.obligation.DatedPace;
import duban.catalog.obligation.Extension;
import duban.catalog.obligation.RuleKind;
import duban.catalog.obligation.Strength;
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
 * @param rolledFrom the printed date, where that is no working day
 * @param movedFrom dueOn before the schedule was made again
 * @param required absent where an event completes it
 * @param lead working days
 * @param provisional counted by a calendar that is not announced yet
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
    List<UnitRef> coHandlers,
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
    @Nullable LocalDate madeOn) {

  /** As it stands: what the rule made, and what became of it. */
  Deadline standing(
      int newVersion, DeadlineStatus newStatus, @Nullable LocalDate moved, LocalDate made) {
    return with(newVersion, newStatus, coHandlers, moved, made);
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
        newCoHandlers,
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
        made);
  }
}
