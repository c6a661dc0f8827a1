package duban.status.fold;

import duban.status.deadline.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A deadline and what happened to it, for tests of the rules. */
public final class Matter {

  public final List<Event> events = new ArrayList<>();
  public Deadline deadline;

  private Matter(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Two sessions in 2027, each of a day, the first of a term from September of two. */
  public static Matter sessions() {
    return new Matter(Owed.sessions());
  }

  /** One report in October 2027. */
  public static Matter report() {
    return new Matter(Owed.report());
  }

  public static Matter checkpoint(String completes, boolean rated) {
    return new Matter(Owed.checkpoint(completes, rated));
  }

  /** One done by 30 June 2027, without a count. */
  public static Matter oneOff() {
    return new Matter(Owed.oneOff());
  }

  /** An answer to a suggestion of 15 March 2027. */
  public static Matter answer() {
    return new Matter(Owed.answer());
  }

  /** An announcement of 1 September 2027 that an election must come before. */
  public static Matter order() {
    return new Matter(Owed.order());
  }

  /** Counted in the first half of 2027. */
  public static Matter meetings() {
    return new Matter(Owed.meetings());
  }

  /** Checked from 20 October to 15 November 2027. */
  public static Matter lasting() {
    return new Matter(Owed.lasting());
  }

  public Matter dueOn(String day) {
    deadline = Owed.copy(deadline, "ACTIVE", "MUST", LocalDate.parse(day), null);
    return this;
  }

  public Matter withdrawn() {
    deadline = Owed.copy(deadline, "WITHDRAWN", "MUST", deadline.dueOn(), null);
    return this;
  }

  public Matter strength(String strength) {
    deadline = Owed.copy(deadline, "ACTIVE", strength, deadline.dueOn(), deadline.timing());
    return this;
  }

  public Matter on(String day, EventType type) {
    events.add(event(day, type));
    return this;
  }

  public Matter counted(String day, int days) {
    events.add(count(day, Map.of("days", days)));
    return this;
  }

  public Matter claimed(String day) {
    events.add(claim(day));
    return this;
  }

  public Matter reworkUntil(String day, String until) {
    events.add(
        of(
            day,
            EventType.REWORK_ORDERED,
            null,
            null,
            null,
            null,
            LocalDate.parse(until),
            List.of()));
    return this;
  }

  public Matter rated(String day, Rating rating, String again) {
    events.add(
        of(
            day,
            EventType.RATED,
            null,
            null,
            rating,
            null,
            again == null ? null : LocalDate.parse(again),
            List.of()));
    return this;
  }

  public Matter verified(String day, Finding outcome) {
    events.add(verification(day, outcome));
    return this;
  }

  public Matter voided(int index) {
    events.add(voiding(index));
    return this;
  }

  public Event claim(String day) {
    return of(day, EventType.COMPLETION_CLAIMED, null, null, null, null, null, List.of("TEXT"));
  }

  public Event verification(String day, Finding outcome) {
    return of(day, EventType.VERIFIED, null, null, null, outcome, null, List.of());
  }

  public Event count(String day, Map<String, Object> attributes) {
    return of(day, EventType.COUNTED, attributes, null, null, null, null, List.of());
  }

  public Event voiding(int index) {
    UUID target = events.get(index).id();
    return of("2027-12-01", EventType.VOIDED, null, target, null, null, null, List.of());
  }

  public Event event(String day, EventType type) {
    return of(day, type, null, null, null, null, null, List.of());
  }

  private Event of(
      String day,
      EventType type,
      Map<String, Object> attributes,
      UUID voids,
      Rating rating,
      Finding outcome,
      LocalDate again,
      List<String> evidence) {
    long seq = events.size() + 1;
    return new Event(
        UUID.randomUUID(),
        seq,
        "0".repeat(64),
        "m",
        deadline.id(),
        "XRD-01",
        type,
        LocalDate.parse(day),
        Instant.parse("2027-12-01T00:00:00Z").plusSeconds(seq),
        attributes,
        null,
        voids,
        rating,
        outcome,
        again,
        again == null ? null : deadline.dueOn(),
        evidence,
        null,
        null,
        null);
  }

  public Standing standing() {
    return folded().standing();
  }

  public Folded folded() {
    return Fold.of(deadline, events);
  }

  public Verdict verdict(int index) {
    return folded().of(events.get(index));
  }

  public Verdict judge(Event newest) {
    return Fold.judge(deadline, events, newest);
  }
}
