package duban.notification.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What is to be true of a policy; for whom it counts stays.
 *
 * @param enabled false: what is less narrow counts instead
 */
record PolicyChange(
    @NotNull Boolean enabled, @NotNull @Valid @Size(max = 30) List<@NotNull PolicyStep> steps) {}
