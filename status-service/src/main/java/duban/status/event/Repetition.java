package duban.status.event;

import duban.chassis.outbox.Outbox;
import duban.status.fold.Event;
import java.util.Arrays;
import java.util.Objects;

/**
 * Knows a request again by the event that came back from Kafka, when what was kept of the request
 * is lost. What was personal in it cannot be compared any more.
 */
final class Repetition {

  private Repetition() {}

  static boolean of(Fact fact, Event event) {
    NewEvent given = fact.given();
    Evidence evidence = given.evidence();
    return fact.deadlineId().equals(event.deadlineId())
        && fact.type() == event.type()
        && fact.effectiveOn().equals(event.effectiveOn())
        && Objects.equals(given.occurrenceId(), event.occurrenceId())
        && Objects.equals(given.voids(), event.voids())
        && given.rating() == event.rating()
        && given.outcome() == event.outcome()
        && (evidence == null) == (event.evidenceKinds() == null)
        && given.personal().isEmpty() == (event.privateHash() == null)
        && sameNumbers(given, event);
  }

  /** As JSON, in which 1 of a request and 1 of an event are the same. */
  private static boolean sameNumbers(NewEvent given, Event event) {
    var one = given.attributes();
    var other = event.attributes();
    return (one == null || other == null)
        ? one == other
        : Arrays.equals(
            Outbox.bytes(new java.util.TreeMap<>(one)),
            Outbox.bytes(new java.util.TreeMap<>(other)));
  }
}
