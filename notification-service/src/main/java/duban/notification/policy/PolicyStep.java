package duban.notification.policy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * One step of a policy.
 *
 * @param days working days before or after; absent for LEAD: as many as the duty itself says;
 *     absent for LATEST_START and DUE, and where there is a span
 * @param span calendar time instead, such as P6M or P45D; a day off that it leads to gives way to
 *     the working day before it, after the date to the one after it
 */
public record PolicyStep(
    @NotNull Step step,
    @Min(0) @Max(500) @Nullable Integer days,
    @Pattern(regexp = "^P[1-9][0-9]{0,2}[DM]$") @Nullable String span,
    @NotNull Channel channel,
    @NotNull Task task) {

  private static final int DAYS_OF_A_MONTH = 30;

  /** The days, or what the duty says where the policy leaves it to the duty. */
  public int days(int otherwise) {
    return days == null ? otherwise : days;
  }

  /** Null if it is reckoned in working days. */
  public @Nullable Period calendarTime() {
    return span == null ? null : Period.parse(span);
  }

  /** By this its reminders are told apart: its days, of a span a month as 30. */
  public int number(int otherwise) {
    var time = calendarTime();
    return time == null ? days(otherwise) : time.getMonths() * DAYS_OF_A_MONTH + time.getDays();
  }
}
