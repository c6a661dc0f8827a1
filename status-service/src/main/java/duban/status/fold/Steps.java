package duban.status.fold;

import static duban.status.fold.EventType.COUNTED;
import static duban.status.fold.EventType.SIGNED_FOR;

import duban.status.deadline.Deadline;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the table does not say: steps follow each other also by their effective days, so that the
 * state on any day is that of a legal history; a claim has its count and its evidence.
 */
final class Steps {

  private Steps() {}

  static @Nullable Verdict wrong(Event event, Walk walk) {
    if (event.type() == SIGNED_FOR) {
      return early(event, walk.assignedOn(), "it was assigned on");
    }
    if (!event.type().fact() || walk.completes(event)) {
      Verdict early = early(event, walk.steppedOn(), "the step before it took effect on");
      if (early != null) {
        return early;
      }
    }
    if (event.type() == COUNTED && walk.recorded(event.occurrenceId())) {
      return Verdict.refused(
          "occurrence-recorded",
          "occurrenceId "
              + event.occurrenceId()
              + " is recorded for this deadline already; void that event first, or give another one",
          null);
    }
    return switch (event.type()) {
      case COMPLETION_CLAIMED -> claim(event, walk);
      case EXPLAINED, EXPLANATION_ACCEPTED -> Explanations.wrong(event, walk);
      default -> null;
    };
  }

  static @Nullable Verdict early(Event event, @Nullable LocalDate before, String what) {
    if (before == null || !event.effectiveOn().isBefore(before)) {
      return null;
    }
    return Verdict.refused(
        "effective-too-early",
        "effectiveOn is "
            + event.effectiveOn()
            + ", but "
            + what
            + " "
            + before
            + "; give that day or a later one",
        "effectiveOn");
  }

  private static @Nullable Verdict claim(Event event, Walk walk) {
    if (!walk.evidence() && !event.hasEvidence()) {
      return Verdict.refused(
          "evidence-missing",
          "evidence is missing: give {\"kind\": \"TEXT\", \"text\": …} or {\"kind\": \"LINK\", \"url\": …}"
              + " with the claim, or add EVIDENCE_ADDED before it",
          "evidence");
    }
    Deadline deadline = walk.deadline();
    Integer required = deadline.required();
    if (deadline.checkpoints() || required == null) {
      return null;
    }
    int counted = walk.countedUntil(event.effectiveOn());
    return counted >= required
        ? null
        : Verdict.refused(
            "count-not-reached",
            "counted is "
                + counted
                + " of "
                + required
                + " on "
                + event.effectiveOn()
                + "; record the missing ones as COUNTED first",
            null);
  }
}
