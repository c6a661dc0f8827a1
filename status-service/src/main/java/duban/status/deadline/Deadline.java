package duban.status.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is owed, as the catalog last said: only the fields that this service uses. {@code kind}
 * stays text, because a newer catalog may know kinds that are counted like the ones known here.
 *
 * @param tally whether it is only counted how often it happens, until its date; nothing is owed
 */
public record Deadline(
    UUID id,
    long version,
    String status,
    String measureId,
    @Nullable String obligationId,
    String title,
    @Nullable String noun,
    String kind,
    @Nullable String strength,
    Ref unit,
    boolean membersUnknown,
    List<Ref> coHandlers,
    @Nullable LocalDate coDueOn,
    @Nullable Ref supervisor,
    @Nullable Ref organiser,
    @Nullable Ref addressee,
    @Nullable Ref actor,
    @Nullable String completes,
    @Nullable String period,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo,
    @Nullable String checkpoint,
    @Nullable LocalDate occasionOn,
    @Nullable String timing,
    @Nullable String requires,
    @Nullable String order,
    LocalDate opensOn,
    LocalDate dueOn,
    @Nullable Integer required,
    List<Condition> conditions,
    List<Pace> pace,
    @Nullable LocalDate reportUntil,
    boolean rated,
    @Nullable String afterDue,
    boolean tally) {

  /** Jackson hands over null for lists that are absent. */
  @SuppressWarnings("NullAway")
  public Deadline {
    coHandlers = coHandlers == null ? List.of() : List.copyOf(coHandlers);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
    pace = pace == null ? List.of() : List.copyOf(pace);
  }

  public boolean withdrawn() {
    return "WITHDRAWN".equals(status);
  }

  public boolean checkpoints() {
    return "CHECKPOINTS".equals(kind);
  }

  public boolean quota() {
    return "QUOTA".equals(kind);
  }

  /** Never completed: somebody checks from time to time whether it still holds. */
  public boolean standing() {
    return "STANDING".equals(kind);
  }

  /** Only the order of two occasions is looked at; nothing has to be done by a day. */
  public boolean notBefore() {
    return "NOT_BEFORE".equals(timing);
  }

  /** Whether a unit that missed it says why: it cannot be made up, or holds only in principle. */
  public boolean explained() {
    return "EXPLAIN".equals(afterDue) || inPrinciple();
  }

  public boolean inPrinciple() {
    return "IN_PRINCIPLE".equals(strength);
  }

  /** What MAY and AIM say is never owed, so it has neither light nor notice. */
  public boolean binding() {
    return !"MAY".equals(strength) && !"AIM".equals(strength);
  }

  /** On which day a tally ends by itself: the whole of its last one still counts. */
  public LocalDate closesOn() {
    return dueOn.plusDays(1);
  }

  public boolean paceMissed(int counted, LocalDate today) {
    return pace.stream().anyMatch(step -> step.missed(counted, today));
  }
}
