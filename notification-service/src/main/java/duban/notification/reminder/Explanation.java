package duban.notification.reminder;

import duban.chassis.calendar.CalendarYear;
import duban.notification.deadline.Deadline;
import duban.notification.measure.Measure;
import duban.notification.policy.PolicyView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a reminder came, comes, or does not: which words of which measure, which step of which
 * policy, by which calendar, and what holds it.
 *
 * @param sentence for people, in Chinese
 * @param english the same
 */
@Schema(examples = Examples.EXPLANATION)
record Explanation(
    Reminder reminder,
    @Nullable Obligation obligation,
    @Nullable PolicyView policy,
    @Nullable Calendar calendar,
    Dates dates,
    String sentence,
    String english) {

  /** The words it rests on. */
  record Obligation(
      String id,
      String title,
      @Nullable String quote,
      @Nullable String measureId,
      @Nullable String label,
      @Nullable Integer line) {

    static Obligation of(Deadline deadline, Optional<Measure> measure) {
      return new Obligation(
          deadline.obligationId(),
          deadline.title(),
          deadline.quote(),
          deadline.measureId(),
          measure.map(Measure::label).orElse(null),
          measure.map(Measure::line).orElse(null));
    }
  }

  /** The working calendar of the step's year. */
  record Calendar(int year, long version, boolean provisional) {

    static Calendar of(CalendarYear year) {
      return new Calendar(year.year(), year.version(), year.provisional());
    }
  }

  /** From the rule to the moment. */
  record Dates(
      @Nullable LocalDate opensOn,
      @Nullable LocalDate dueOn,
      LocalDate effectiveDueOn,
      LocalDate stepOn,
      Instant dueAt,
      @Nullable Instant knownAt) {}
}
