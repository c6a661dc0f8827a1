package duban.notification.policy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A policy as callers see it.
 *
 * @param scope UNIT wins over OBLIGATION, and that over ALL
 */
@Schema(examples = Examples.VIEW)
public record PolicyView(
    String id,
    long version,
    String kind,
    Scope scope,
    @Nullable String obligation,
    @Nullable String unit,
    boolean enabled,
    List<PolicyStep> steps) {

  public static PolicyView of(Policy policy) {
    return new PolicyView(
        policy.id(),
        policy.version(),
        policy.kind(),
        policy.scope(),
        policy.obligation(),
        policy.unit(),
        policy.enabled(),
        policy.steps());
  }
}
