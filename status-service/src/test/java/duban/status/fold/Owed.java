package duban.status.fold;

import duban.status.deadline.Condition;
import duban.status.deadline.Deadline;
import duban.status.deadline.Pace;
import duban.status.deadline.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The deadlines of which a {@link Matter} tells. */
final class Owed {
  private static final String TALLY = "TALLY";

  private Owed() {}

  /** Two sessions in 2027, each of a day, the first of a term from September of two. */
  static Deadline sessions() {
    return deadline(
        "QUOTA", 2, null, false, LocalDate.parse("2027-01-01"), LocalDate.parse("2027-12-31"));
  }

  /** One report in October 2027. */
  static Deadline report() {
    return deadline(
        "WINDOW", 1, null, false, LocalDate.parse("2027-10-01"), LocalDate.parse("2027-10-29"));
  }

  static Deadline checkpoint(String completes, boolean rated) {
    return deadline(
        "CHECKPOINTS",
        null,
        completes,
        rated,
        LocalDate.parse("2027-02-01"),
        LocalDate.parse("2027-04-30"));
  }

  /** One done by 30 June 2027, without a count. */
  static Deadline oneOff() {
    return deadline(
        "ONE_OFF", null, null, false, LocalDate.parse("2027-03-01"), LocalDate.parse("2027-06-30"));
  }

  /** An answer to a suggestion of 15 March 2027. */
  static Deadline answer() {
    return deadline(
        "EACH_TIME", 1, null, false, LocalDate.parse("2027-03-15"), LocalDate.parse("2027-06-15"));
  }

  /** An announcement of 1 September 2027 that an election must come before. */
  static Deadline order() {
    Deadline owed =
        deadline(
            "EACH_TIME",
            null,
            null,
            false,
            LocalDate.parse("2027-08-25"),
            LocalDate.parse("2027-09-01"));
    return copy(owed, "ACTIVE", "MUST", owed.dueOn(), "NOT_BEFORE");
  }

  /** Counted in the first half of 2027. */
  static Deadline meetings() {
    return deadline(
        TALLY, null, null, false, LocalDate.parse("2027-01-01"), LocalDate.parse("2027-06-30"));
  }

  /** Checked from 20 October to 15 November 2027. */
  static Deadline lasting() {
    return deadline(
        "STANDING",
        null,
        "VERIFIED",
        false,
        LocalDate.parse("2027-10-20"),
        LocalDate.parse("2027-11-15"));
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

  static Deadline copy(Deadline d, String status, String strength, LocalDate dueOn, String timing) {
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
}
