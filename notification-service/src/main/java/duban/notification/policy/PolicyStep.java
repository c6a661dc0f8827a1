package duban.notification.policy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * One step of a policy.
 *
 * @param days working days before or after; absent for LEAD: as many as the duty itself says;
 *     absent for LATEST_START and DUE
 */
public record PolicyStep(
    @NotNull Step step,
    @Min(0) @Max(500) @Nullable Integer days,
    @NotNull Channel channel,
    @NotNull Task task) {

  /** The days, or what the duty says where the policy leaves it to the duty. */
  public int days(int otherwise) {
    return days == null ? otherwise : days;
  }
}
