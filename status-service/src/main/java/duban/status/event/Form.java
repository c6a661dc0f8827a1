package duban.status.event;

import static duban.status.fold.EventType.COMPLETION_CLAIMED;
import static duban.status.fold.EventType.EVIDENCE_ADDED;
import static duban.status.fold.EventType.EXPLAINED;
import static duban.status.fold.EventType.EXPLANATION_ACCEPTED;
import static duban.status.fold.EventType.RATED;
import static duban.status.fold.EventType.REWORK_ORDERED;
import static duban.status.fold.EventType.VERIFIED;
import static duban.status.fold.EventType.VOIDED;

import duban.chassis.problem.Problems;
import duban.status.fold.EventType;
import duban.status.fold.Finding;
import duban.status.fold.Rating;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a new event has the fields of its type, and no others. Knows nothing but the request. */
final class Form {

  private static final String ONE_EVIDENCE =
      "{\"kind\": \"TEXT\", \"text\": …} or {\"kind\": \"LINK\", \"url\": \"https://…\"}";

  /** Beside facts, what may be shown by evidence. */
  private static final Set<EventType> SHOWN = EnumSet.of(COMPLETION_CLAIMED, VERIFIED, EXPLAINED);

  private static final Set<EventType> REASONED =
      EnumSet.of(REWORK_ORDERED, EXPLAINED, EXPLANATION_ACCEPTED, VOIDED);

  private static final int LAST_YEAR = 2999;
  private static final int BY_NAME = 5;

  private Form() {}

  /** What every event must have. */
  static Fact begin(NewEvent given) {
    UUID id = must(given.id(), "id", "a UUID that you made for this event");
    UUID deadlineId = must(given.deadlineId(), "deadlineId", "the UUID of a deadline");
    EventType type = must(given.type(), "type", "one of " + EventType.byClients());
    LocalDate day =
        must(
            given.effectiveOn(), "effectiveOn", "the day on which it happened, such as 2027-10-31");
    if (type.byService()) {
      throw wrong(
          "type",
          "is "
              + type
              + ", which the service writes by itself; give one of "
              + EventType.byClients());
    }
    // Made of a deadline's id, which everybody knows: taken by a client, it would stop the service.
    if (id.version() == BY_NAME) {
      throw wrong("id", "has version 5, kept for what the service writes; give a random UUID");
    }
    return new Fact(id, deadlineId, type, day, given);
  }

  /** What those of its type must have, and nothing else. */
  static void complete(Fact begun) {
    NewEvent given = begun.given();
    EventType type = begun.type();
    boolean fact = type.fact();
    belongs(given.attributes(), "attributes", type, fact || type == VERIFIED, false, "");
    belongs(given.occurrenceId(), "occurrenceId", type, fact, false, "");
    belongs(
        given.evidence(),
        "evidence",
        type,
        fact || SHOWN.contains(type),
        type == EVIDENCE_ADDED,
        ONE_EVIDENCE);
    belongs(
        given.reason(),
        "reason",
        type,
        REASONED.contains(type),
        type == REWORK_ORDERED || type == EXPLAINED,
        (type == EXPLAINED ? "why it was not done" : "why it goes back") + ", as a text");
    belongs(
        given.reworkDueOn(),
        "reworkDueOn",
        type,
        type == REWORK_ORDERED,
        type == REWORK_ORDERED,
        "the day by which it is to be done again");
    belongs(
        given.rating(),
        "rating",
        type,
        type == RATED,
        type == RATED,
        "one of " + Arrays.toString(Rating.values()));
    belongs(
        given.outcome(),
        "outcome",
        type,
        type == VERIFIED,
        type == VERIFIED,
        "one of " + Arrays.toString(Finding.values()));
    belongs(
        given.voids(),
        "voids",
        type,
        type == VOIDED,
        type == VOIDED,
        "the id of the event to take out");
    belongs(
        given.signedOffBy(),
        "signedOffBy",
        type,
        type == COMPLETION_CLAIMED,
        type == COMPLETION_CLAIMED,
        "who signed the completion off");
    values(given);
  }

  private static <T> T must(@Nullable T value, String field, String right) {
    if (value == null) {
      throw Problems.badRequest("missing-field", field + " is missing; give " + right, field);
    }
    return value;
  }

  private static void belongs(
      @Nullable Object value,
      String field,
      EventType type,
      boolean may,
      boolean must,
      String right) {
    if (value != null && !may) {
      throw wrong(field, "does not belong to " + type + "; leave it out");
    }
    if (value == null && must) {
      throw wrong(field, "is missing, but " + type + " needs it; give " + right);
    }
  }

  private static void values(NewEvent given) {
    Texts.check("note", given.note(), 4000);
    Texts.check("reason", given.reason(), 4000);
    Texts.check("signedOffBy", given.signedOffBy(), 200);
    Texts.code("occurrenceId", given.occurrenceId());
    LocalDate again = given.reworkDueOn();
    if (again != null && again.getYear() > LAST_YEAR) {
      throw wrong("reworkDueOn", "is " + again + "; give a day up to the year " + LAST_YEAR);
    }
    if (again != null && given.effectiveOn() != null && again.isBefore(given.effectiveOn())) {
      throw wrong(
          "reworkDueOn",
          "is "
              + again
              + ", before effectiveOn "
              + given.effectiveOn()
              + "; give that day or a later one");
    }
    evidence(given.evidence());
    Map<String, Object> attributes = given.attributes();
    if (attributes != null) {
      Attributes.check(attributes);
    }
  }

  private static void evidence(@Nullable Evidence evidence) {
    if (evidence == null) {
      return;
    }
    if (evidence.kind() == null) {
      throw wrong("evidence.kind", "is missing; give " + ONE_EVIDENCE);
    }
    boolean link = evidence.kind() == Evidence.Kind.LINK;
    String value = link ? evidence.url() : evidence.text();
    String other = link ? evidence.text() : evidence.url();
    String field = link ? "evidence.url" : "evidence.text";
    if (value == null || other != null) {
      throw wrong(
          value == null ? field : "evidence",
          "does not fit its kind " + evidence.kind() + "; give " + ONE_EVIDENCE);
    }
    if (link) {
      Texts.link(field, value);
    } else {
      Texts.check(field, value, 20_000);
    }
  }

  static RuntimeException wrong(String field, String what) {
    return Problems.unprocessable("invalid-event", field + " " + what, field);
  }
}
