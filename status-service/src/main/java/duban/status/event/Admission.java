package duban.status.event;

import duban.chassis.problem.Problems;
import duban.status.deadline.Deadline;
import duban.status.fold.Event;
import duban.status.fold.EventType;
import duban.status.fold.Fold;
import duban.status.fold.State;
import duban.status.fold.Verdict;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a new event may join what is recorded of its deadline. Throws the problem if not. */
final class Admission {

  private Admission() {}

  /** What holds of any deadline. */
  static void day(LocalDate day, LocalDate today) {
    if (day.isAfter(today)) {
      throw day(day, "lies in the future; give " + today + " or an earlier day");
    }
    if (day.getYear() < 1900) {
      throw day(day, "lies too far back; give a day from 1900 on");
    }
  }

  /**
   * What holds of this one.
   *
   * @param elsewhere what to do with a day that is not a tally's
   */
  static void days(
      Fact fact, Deadline deadline, LocalDate today, Function<LocalDate, String> elsewhere) {
    LocalDate day = fact.effectiveOn();
    LocalDate from = deadline.periodFrom();
    LocalDate to = deadline.periodTo();
    day(day, today);
    // What was sent in a yearly list is signed for before its period begins.
    boolean early = fact.type() == EventType.SIGNED_FOR;
    boolean counted = fact.type() == EventType.COUNTED;
    boolean before = from != null && day.isBefore(from) && !early;
    boolean after =
        counted && (deadline.quota() || deadline.tally()) && to != null && day.isAfter(to);
    if (deadline.tally() && (before || after)) {
      throw day(
          day, "lies outside the half-year " + from + " to " + to + "; " + elsewhere.apply(day));
    }
    if (before) {
      throw day(day, "lies before the period begins; give " + from + " or a later day");
    }
    if (after) {
      throw day(day, "lies after the period; what counts happened by " + to);
    }
    if (counted) {
      Attributes.complete(fact.given().attributes(), deadline);
    }
    if (deadline.standing()) {
      Attributes.agree(fact.given(), deadline);
    }
  }

  private static RuntimeException day(LocalDate day, String what) {
    return Problems.unprocessable(
        "effective-day-not-possible", "effectiveOn is " + day + " and " + what, "effectiveOn");
  }

  /** Returns what is taken out; empty if nothing is. */
  static Optional<Event> voiding(@Nullable UUID voids, List<Event> before) {
    if (voids == null) {
      return Optional.empty();
    }
    Event target =
        before.stream()
            .filter(event -> event.id().equals(voids))
            .findFirst()
            .orElseThrow(
                () ->
                    Form.wrong(
                        "voids", "is " + voids + "; give the id of an event of this deadline"));
    if (target.type().byService() || target.type() == EventType.VOIDED) {
      throw Form.wrong(
          "voids",
          "names "
              + target.type()
              + (target.type() == EventType.VOIDED
                  ? ", a correction; record what was right once more"
                  : ", which follows from other events; give the one that it follows from"));
    }
    if (before.stream().anyMatch(event -> voids.equals(event.voids()))) {
      throw Problems.conflict(
          "already-voided",
          "voids is " + voids + ", which was taken out already; nothing is left to do");
    }
    return Optional.of(target);
  }

  /** Whoever entered something for a unit leaves it to another person to accept it. */
  static void reviewing(EventType type, List<Event> before, Author author) {
    switch (type) {
      case ACCEPTED -> reviewing(EventType.COMPLETION_CLAIMED, "claim", before, author);
      case EXPLANATION_ACCEPTED -> reviewing(EventType.EXPLAINED, "explanation", before, author);
      default -> {
        // accepts nothing
      }
    }
  }

  private static void reviewing(
      EventType reviewed, String what, List<Event> before, Author author) {
    String actor = author.actor();
    if (actor == null) {
      return;
    }
    Set<UUID> voided =
        before.stream()
            .flatMap(event -> Stream.ofNullable(event.voids()))
            .collect(Collectors.toSet());
    before.stream()
        .filter(event -> event.type() == reviewed)
        .filter(event -> !voided.contains(event.id()))
        .reduce((first, later) -> later)
        .filter(claim -> actor.equals(claim.actor()))
        .ifPresent(
            claim -> {
              throw Problems.of(
                  403,
                  "own-claim",
                  "Forbidden",
                  "You recorded the "
                      + what
                      + " "
                      + claim.id()
                      + " yourself; another person accepts it",
                  Map.of(what, claim.id()));
            });
  }

  /** Asked before anything that is in it: who leaves such an event needs no better one. */
  static void kind(EventType type, Deadline deadline, List<Event> before) {
    refuse(Fold.ofKind(type, deadline), deadline, before);
  }

  static void history(Deadline deadline, List<Event> before, Event newest) {
    refuse(Fold.judge(deadline, before, newest), deadline, before);
  }

  private static void refuse(Verdict verdict, Deadline deadline, List<Event> before) {
    String refusal = verdict.refusal();
    if (refusal == null) {
      return;
    }
    State state = Fold.of(deadline, before).standing().state();
    Map<String, Object> more =
        new HashMap<>(Map.of("state", state, "allowed", state.allowed(deadline)));
    String field = verdict.field();
    if (field != null) {
      more.put("field", field);
    }
    boolean value = field != null && !field.equals("voids");
    throw Problems.of(
        value ? 422 : 409,
        refusal,
        value ? "Unprocessable content" : "Conflict",
        String.valueOf(verdict.why()),
        more);
  }
}
