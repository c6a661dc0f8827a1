package duban.notification.policy;

import org.jspecify.annotations.Nullable;

/**
 * One step of one kind of duty.
 *
 * @param days working days before or after; absent for LEAD: as many as the duty itself says
 */
public record Policy(
    String id,
    String kind,
    Step step,
    @Nullable Integer days,
    Channel channel,
    Task task,
    boolean enabled) {

  /** The days, or what the duty says where the policy leaves it to the duty. */
  public int days(int otherwise) {
    return days == null ? otherwise : days;
  }
}
