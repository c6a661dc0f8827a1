package duban.status.event;

import com.github.f4b6a3.uuid.UuidCreator;
import duban.chassis.calendar.WorkingCalendar;
import duban.status.chain.PrivatePart;
import duban.status.deadline.Deadline;
import duban.status.fold.Event;
import duban.status.fold.EventType;
import duban.status.fold.Rating;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events that have no place in a chain yet. */
public final class Drafts {

  private static final int MONTHS_TO_DO_IT_AGAIN = 1;

  private Drafts() {}

  static Event of(
      Fact fact,
      Deadline deadline,
      WorkingCalendar days,
      @Nullable PrivatePart part,
      Author author) {
    NewEvent given = fact.given();
    Evidence evidence = given.evidence();
    LocalDate again = again(given, fact.effectiveOn(), days);
    return new Event(
        fact.id(),
        0,
        "",
        deadline.measureId(),
        deadline.id(),
        deadline.unit().codeOrId(),
        fact.type(),
        fact.effectiveOn(),
        Instant.EPOCH,
        given.attributes(),
        given.occurrenceId(),
        given.voids(),
        given.rating(),
        given.outcome(),
        again,
        again == null ? null : deadline.dueOn(),
        evidence == null ? null : List.of(String.valueOf(evidence.kind())),
        part == null ? null : part.hash(),
        author.actor(),
        author.unit());
  }

  /**
   * Who is not satisfied gets it done again within a month; a period counted from an event rolls
   * on.
   */
  private static @Nullable LocalDate again(NewEvent given, LocalDate day, WorkingCalendar days) {
    return given.rating() == Rating.DISSATISFIED
        ? days.onOrAfter(day.plusMonths(MONTHS_TO_DO_IT_AGAIN))
        : given.reworkDueOn();
  }

  /** What follows by itself from an acceptance that nobody rates. */
  static Event closing(Event because) {
    return byService(
        because.deadlineId(),
        UuidCreator.getNameBasedSha1(because.id(), EventType.CLOSED.name()),
        because.measureId(),
        because.unit(),
        EventType.CLOSED,
        because.effectiveOn());
  }

  /** The half-year of what is only counted is over. Its id is the same whoever writes it. */
  public static Event closing(Deadline tally) {
    return byService(
        tally.id(),
        UuidCreator.getNameBasedSha1(tally.id(), EventType.CLOSED.name()),
        tally.measureId(),
        tally.unit().codeOrId(),
        EventType.CLOSED,
        tally.closesOn());
  }

  /** The window opens. Its id is the same whoever writes it. */
  public static Event assigning(Deadline deadline) {
    return byService(
        deadline.id(),
        assignedId(deadline.id()),
        deadline.measureId(),
        deadline.unit().codeOrId(),
        EventType.ASSIGNED,
        deadline.opensOn());
  }

  /** It was sent in a yearly list before its window opens. */
  public static Event assigning(Deadline deadline, LocalDate sentOn) {
    return sentOn.isBefore(deadline.opensOn())
        ? byService(
            deadline.id(),
            assignedId(deadline.id()),
            deadline.measureId(),
            deadline.unit().codeOrId(),
            EventType.ASSIGNED,
            sentOn)
        : assigning(deadline);
  }

  static UUID assignedId(UUID deadlineId) {
    return UuidCreator.getNameBasedSha1(deadlineId, EventType.ASSIGNED.name());
  }

  /** Signed for with all that stands in a list. */
  static Event signing(UUID id, Deadline deadline, LocalDate day, Author author) {
    return of(
        id,
        deadline.id(),
        deadline.measureId(),
        deadline.unit().codeOrId(),
        EventType.SIGNED_FOR,
        day,
        author);
  }

  private static Event byService(
      UUID deadlineId, UUID id, String measureId, String unit, EventType type, LocalDate day) {
    return of(id, deadlineId, measureId, unit, type, day, new Author(null, null));
  }

  private static Event of(
      UUID id,
      UUID deadlineId,
      String measureId,
      String unit,
      EventType type,
      LocalDate day,
      Author author) {
    return new Event(
        id,
        0,
        "",
        measureId,
        deadlineId,
        unit,
        type,
        day,
        Instant.EPOCH,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        author.actor(),
        author.unit());
  }
}
