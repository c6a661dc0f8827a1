package duban.catalog.obligation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every rule comes down to: from when to when, and how many. No reader needs the rule.
 *
 * @param rolledFrom the printed date, where it is no working day
 * @param required absent where an event completes it instead of a count
 * @param latestStart the last working day on which the next occurrence can still be set
 * @param reportUntil until when what happened in time may still be recorded
 */
public record PlainWindow(
    @Nullable Checkpoint checkpoint,
    LocalDate opens,
    LocalDate due,
    @Nullable LocalDate rolledFrom,
    @Nullable Integer required,
    List<DatedCondition> conditions,
    List<DatedPace> pace,
    @Nullable LocalDate latestStart,
    @Nullable LocalDate reportUntil) {

  static PlainWindow counted(
      Span span,
      int required,
      List<DatedCondition> conditions,
      List<DatedPace> pace,
      @Nullable LocalDate latestStart,
      @Nullable LocalDate reportUntil) {
    return new PlainWindow(
        null,
        span.opens(),
        span.due(),
        span.rolledFrom(),
        required,
        conditions,
        pace,
        latestStart,
        reportUntil);
  }

  static PlainWindow of(Checkpoint checkpoint, Span span) {
    return new PlainWindow(
        checkpoint,
        span.opens(),
        span.due(),
        span.rolledFrom(),
        null,
        List.of(),
        List.of(),
        null,
        null);
  }
}
