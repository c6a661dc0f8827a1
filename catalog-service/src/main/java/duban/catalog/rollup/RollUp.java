package duban.catalog.rollup;

import duban.catalog.progress.ProgressState;
import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many have met a duty, and which have not, as far as the caller may know.
 *
 * @param period the one that was asked for
 * @param owing how many units owe it; those to which it does not apply do not
 * @param met how many of them have met all that they owe of it in the period
 * @param states how many deadlines are in which state
 * @param missing what is not met yet, by its due date
 * @param tallies what is only counted, by period and unit: neither met nor missing
 * @param sentence in Chinese
 * @param english the same
 */
record RollUp(
    String obligationId,
    String title,
    String period,
    int owing,
    int met,
    Map<ProgressState, Long> states,
    List<Missing> missing,
    List<Tally> tallies,
    String sentence,
    String english) {

  /**
   * How often a unit kept what is only counted.
   *
   * @param state CLOSED when the half-year is over
   */
  record Tally(UnitRef unit, String deadlineId, String period, ProgressState state, int counted) {}

  /**
   * A deadline that is not met.
   *
   * @param counted how many count so far
   */
  record Missing(
      UnitRef unit,
      String deadlineId,
      String period,
      @Nullable String checkpoint,
      LocalDate dueOn,
      ProgressState state,
      int counted,
      @Nullable Integer required) {}
}
