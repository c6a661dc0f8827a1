package duban.status.progress;

import duban.status.deadline.Deadline;
import duban.status.deadline.Ref;
import duban.status.fold.Event;
import duban.status.fold.Folded;
import duban.status.fold.Standing;
import duban.status.fold.State;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a deadline stands, as it is shown.
 *
 * @param version absent in an answer about an earlier day or moment
 * @param light absent for who is not shown the colour of this unit's deadlines
 * @param membersUnknown whether the unit is a group of which nobody is listed, and owes for all
 * @param coDueOn the date of those who handle it too
 * @param occasionOn of the occasion that makes it due; absent while it has no date
 * @param requires the type of the occasion that must come first
 * @param order whether that one came first (KEPT), is MISSING, or came later (WRONG)
 * @param balance for example {@code 1 of 2}; absent for a checkpoint
 * @param effectiveDueFrom RULE; REWORK if a rework set the date; NEWER_RULE if the rule's date,
 *     given anew and later, won over that of a rework
 * @param explainedOn the day on which the unit explained why it was not done
 * @param tally true: it is only counted how often it happened, and closes by itself with that
 *     number; it has no light
 * @param countedOn of a tally the days that count
 */
@Schema(examples = ProgressView.EXAMPLE)
public record ProgressView(
    UUID deadlineId,
    @Nullable Long version,
    String title,
    Ref unit,
    @Nullable Boolean membersUnknown,
    String measureId,
    @Nullable String obligationId,
    String kind,
    @Nullable String period,
    @Nullable String checkpoint,
    @Nullable LocalDate occasionOn,
    @Nullable String timing,
    @Nullable String requires,
    @Nullable String order,
    State state,
    String stateName,
    @Nullable Light light,
    @Nullable String lightName,
    int counted,
    @Nullable Integer required,
    @Nullable String balance,
    @Nullable String balanceName,
    LocalDate dueOn,
    @Nullable LocalDate coDueOn,
    LocalDate effectiveDueOn,
    Standing.DueFrom effectiveDueFrom,
    @Nullable LocalDate fulfilledOn,
    @Nullable LocalDate explainedOn,
    @Nullable Boolean tally,
    @Nullable List<LocalDate> countedOn) {

  static final String EXAMPLE =
      """
      {
        "deadlineId": "c8016298-c172-53b1-9eee-346aed4e1360",
        "version": 3,
        "title": "报送法律法规贯彻实施情况",
        "unit": {"id": "QZF-BM-03", "code": "QZF-BM-03", "name": "区科技和信息化局"},
        "measureId": "chaoyang-2015-T2-1",
        "obligationId": "o-039",
        "kind": "WINDOW",
        "period": "2027",
        "state": "IN_PROGRESS",
        "stateName": "办理中",
        "light": "GREEN",
        "lightName": "按期",
        "counted": 1,
        "required": 1,
        "balance": "1 of 1",
        "balanceName": "1/1",
        "dueOn": "2027-10-29",
        "effectiveDueOn": "2027-10-29",
        "effectiveDueFrom": "RULE",
        "fulfilledOn": "2027-10-25"
      }
      """;

  static ProgressView of(
      Deadline deadline, @Nullable Long version, Standing standing, Lights.Today today) {
    Light light = today.of(deadline, standing);
    Integer required = deadline.required();
    boolean balanced = required != null && !deadline.checkpoints();
    return new ProgressView(
        deadline.id(),
        version,
        deadline.title(),
        deadline.unit(),
        deadline.membersUnknown() ? true : null,
        deadline.measureId(),
        deadline.obligationId(),
        deadline.kind(),
        deadline.period(),
        deadline.checkpoint(),
        deadline.occasionOn(),
        deadline.timing(),
        deadline.requires(),
        deadline.order(),
        standing.state(),
        standing.state().chinese(),
        light,
        light.chinese(),
        standing.counted(),
        required,
        balanced ? standing.counted() + " of " + required : null,
        balanced ? standing.counted() + "/" + required : null,
        deadline.dueOn(),
        deadline.coDueOn(),
        standing.effectiveDueOn(),
        standing.dueFrom(),
        standing.fulfilledOn(),
        standing.explainedOn(),
        deadline.tally() ? true : null,
        null);
  }

  /** The same with all that its events say. */
  public static ProgressView of(
      Deadline deadline,
      @Nullable Long version,
      Folded folded,
      List<Event> events,
      Lights.Today today) {
    return of(deadline, version, folded.standing(), today)
        .on(deadline.tally() ? CountedDays.of(folded, events) : null);
  }

  ProgressView withoutLight() {
    return with(null, null, countedOn);
  }

  /** Of what is only counted, with the days that count. */
  ProgressView on(@Nullable List<LocalDate> days) {
    return days == null ? this : with(light, lightName, days);
  }

  private ProgressView with(
      @Nullable Light shown, @Nullable String shownName, @Nullable List<LocalDate> days) {
    return new ProgressView(
        deadlineId,
        version,
        title,
        unit,
        membersUnknown,
        measureId,
        obligationId,
        kind,
        period,
        checkpoint,
        occasionOn,
        timing,
        requires,
        order,
        state,
        stateName,
        shown,
        shownName,
        counted,
        required,
        balance,
        balanceName,
        dueOn,
        coDueOn,
        effectiveDueOn,
        effectiveDueFrom,
        fulfilledOn,
        explainedOn,
        tally,
        days);
  }
}
