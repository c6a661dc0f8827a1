package duban.notification.policy;

import duban.chassis.edit.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A policy to be.
 *
 * @param kind QUOTA_TERM is a quota of a term, QUOTA of anything shorter; EACH_TIME_BEFORE also
 *     what is due at its occasion
 * @param obligation only of this obligation; not together with unit; may be one that is not known
 *     here, for no topic tells of obligations, only of their deadlines
 * @param unit only of what this unit owes
 */
@Schema(extensions = @Extension(name = "x-refers-to", value = "unit"))
record NewPolicy(
    @NotNull @Size(max = 60) @Pattern(regexp = Code.FORM, message = Code.WRITTEN) String id,
    @NotNull Kind kind,
    @Size(max = 60) @Pattern(regexp = Code.FORM, message = Code.WRITTEN)
        @Nullable String obligation,
    @Size(max = 60) @Pattern(regexp = Code.FORM, message = Code.WRITTEN) @Nullable String unit,
    @NotNull @Valid @Size(max = 30) List<@NotNull PolicyStep> steps) {

  Policy policy() {
    return new Policy(id, 1, kind.name(), obligation, unit, true, List.copyOf(steps));
  }
}
