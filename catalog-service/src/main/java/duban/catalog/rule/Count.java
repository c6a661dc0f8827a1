package duban.catalog.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many are asked for in a window, and what each must show.
 *
 * @param required absent where an event completes it, or a claim, instead of a count
 * @param latestStart the last working day on which the next occurrence can still be set
 * @param reportUntil until when what happened in time may still be recorded
 */
public record Count(
    @Nullable Integer required,
    List<DatedCondition> conditions,
    List<DatedPace> pace,
    @Nullable LocalDate latestStart,
    @Nullable LocalDate reportUntil) {
  static final Count NONE = of(null, List.of());

  static Count of(@Nullable Integer required, List<DatedCondition> conditions) {
    return new Count(required, conditions, List.of(), null, null);
  }

  /**
   * For a group whose members nobody knows: one report of two numbers, how many there are and how
   * many met it.
   */
  public Count reported() {
    return new Count(
        required == null ? null : 1,
        List.of(DatedCondition.number("deputies", 1), DatedCondition.number("met", 0)),
        List.of(),
        latestStart,
        reportUntil);
  }
}
