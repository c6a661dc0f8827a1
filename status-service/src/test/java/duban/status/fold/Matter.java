package duban.status.fold;

import duban.status.deadline.Condition;
import duban.status.deadline.Deadline;
import duban.status.deadline.Pace;
import duban.status.deadline.Ref;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A deadline and what happened to it, for tests of the rules. */
public final class Matter {

  public final List<Event> events = new ArrayList<>();
  private static final String TALLY = "TALLY";

  public Deadline deadline;

  private Matter(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Two sessions in 2027, each of a day, the first of a term from September of two. */
  public static Matter sessions() {
    return new Matter(
        deadline(
            "QUOTA", 2, null, false, LocalDate.parse("2027-01-01"), LocalDate.parse("2027-12-31")));
  }

  /** One report in October 2027. */
  public static Matter report() {
    return new Matter(
        deadline(
            "WINDOW",
            1,
            null,
            false,
            LocalDate.parse("2027-10-01"),
            LocalDate.parse("2027-10-29")));
  }

  public static Matter checkpoint(String completes, boolean rated) {
    return new Matter(
        deadline(
            "CHECKPOINTS",
            null,
            completes,
            rated,
            LocalDate.parse("2027-02-01"),
            LocalDate.parse("2027-04-30")));
  }

  /** One done by 30 June 2027, without a count. */
  public static Matter oneOff() {
    return new Matter(
        deadline(
            "ONE_OFF",
            null,
            null,
            false,
            LocalDate.parse("2027-03-01"),
            LocalDate.parse("2027-06-30")));
  }

  /** An answer to a suggestion of 15 March 2027. */
  public static Matter answer() {
    return new Matter(
        deadline(
            "EACH_TIME",
            1,
            null,
            false,
            LocalDate.parse("2027-03-15"),
            LocalDate.parse("2027-06-15")));
  }

  /** An announcement of 1 September 2027 that an election must come before. */
  public static Matter order() {
    Matter matter =
        new Matter(
            deadline(
                "EACH_TIME",
                null,
                null,
                false,
                LocalDate.parse("2027-08-25"),
                LocalDate.parse("2027-09-01")));
    matter.deadline = matter.copy("ACTIVE", "MUST", matter.deadline.dueOn(), "NOT_BEFORE");
    return matter;
  }

  /** Counted in the first half of 2027. */
  public static Matter meetings() {
    return new Matter(
        deadline(
            TALLY,
            null,
            null,
            false,
            LocalDate.parse("2027-01-01"),
            LocalDate.parse("2027-06-30")));
  }

  /** Checked from 20 October to 15 November 2027. */
  public static Matter lasting() {
    return new Matter(
        deadline(
            "STANDING",
            null,
            "VERIFIED",
            false,
            LocalDate.parse("2027-10-20"),
            LocalDate.parse("2027-11-15")));
  }

  private static Deadline deadline(
      String kind,
      Integer required,
      String completes,
      boolean rated,
      LocalDate opens,
      LocalDate due) {
    boolean quota = kind.equals("QUOTA");
    return new Deadline(
        UUID.randomUUID(),
        1,
        "ACTIVE",
        "m",
        "o",
        "召开会议",
        null,
        kind.equals(TALLY) ? "EACH_TIME" : kind,
        "MUST",
        new Ref("XRD-01", "XRD-01", "某乡人大"),
        false,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        completes,
        "2027",
        LocalDate.parse("2027-01-01"),
        LocalDate.parse("2027-12-31"),
        null,
        null,
        null,
        null,
        null,
        opens,
        due,
        required,
        quota
            ? List.of(
                new Condition("days", BigDecimal.ONE, null, null, null),
                new Condition(
                    "days", BigDecimal.valueOf(2), null, null, LocalDate.parse("2027-09-01")))
            : List.of(),
        quota ? List.of(new Pace(1, LocalDate.parse("2027-06-30"))) : List.of(),
        quota ? LocalDate.parse("2028-01-10") : null,
        rated,
        quota ? "EXPLAIN" : "MAKE_UP",
        kind.equals(TALLY));
  }

  public Matter dueOn(String day) {
    deadline = copy("ACTIVE", "MUST", LocalDate.parse(day), null);
    return this;
  }

  public Matter withdrawn() {
    deadline = copy("WITHDRAWN", "MUST", deadline.dueOn(), null);
    return this;
  }

  public Matter strength(String strength) {
    deadline = copy("ACTIVE", strength, deadline.dueOn(), deadline.timing());
    return this;
  }

  private Deadline copy(String status, String strength, LocalDate dueOn, String timing) {
    Deadline d = deadline;
    return new Deadline(
        d.id(),
        d.version() + 1,
        status,
        d.measureId(),
        d.obligationId(),
        d.title(),
        d.noun(),
        d.kind(),
        strength,
        d.unit(),
        d.membersUnknown(),
        d.coHandlers(),
        d.coDueOn(),
        d.supervisor(),
        d.organiser(),
        d.addressee(),
        d.actor(),
        d.completes(),
        d.period(),
        d.periodFrom(),
        d.periodTo(),
        d.checkpoint(),
        d.occasionOn(),
        timing,
        d.requires(),
        d.order(),
        d.opensOn(),
        dueOn,
        d.required(),
        d.conditions(),
        d.pace(),
        d.reportUntil(),
        d.rated(),
        d.afterDue(),
        d.tally());
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
