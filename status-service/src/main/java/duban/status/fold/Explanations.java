package duban.status.fold;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done is explained once it is overdue, and accepted once it is explained.
 */
final class Explanations {

  private Explanations() {}

  static @Nullable Verdict wrong(Event event, Walk walk) {
    return event.type() == EventType.EXPLAINED
        ? beforeTheDate(event, walk.effectiveDueOn())
        : notExplained(event, walk.explainedOn());
  }

  private static @Nullable Verdict beforeTheDate(Event event, LocalDate due) {
    return event.effectiveOn().isAfter(due)
        ? null
        : Verdict.refused(
            "effective-too-early",
            "effectiveOn is "
                + event.effectiveOn()
                + ", but it is not overdue before "
                + due.plusDays(1)
                + "; give that day or a later one",
            "effectiveOn");
  }

  private static @Nullable Verdict notExplained(Event event, @Nullable LocalDate explainedOn) {
    return explainedOn == null
        ? Verdict.refused(
            "explanation-missing", "nothing was explained yet; record EXPLAINED first", null)
        : Steps.early(event, explainedOn, "it was explained on");
  }
}
