package duban.catalog.obligation;

import duban.chassis.edit.Code;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an obligation does to an earlier one, which the documents do not say of each other.
 *
 * @param to the id of the earlier one
 */
@Schema(additionalProperties = Schema.False.class)
public record Link(
    @NotNull @Pattern(regexp = Code.FORM, message = Code.WRITTEN) @Size(max = 60) String to,
    @NotNull Type type,
    @NotNull Status status) {

  /** Only REPLACES ends the earlier one. */
  public enum Type {
    REPLACES,
    NARROWS,
    DETAILS,
    REAFFIRMS
  }

  /** While it is proposed that one replaces another, the earlier one is paused. */
  public enum Status {
    PROPOSED,
    CONFIRMED,
    REJECTED
  }

  public boolean replaces(Status as) {
    return type == Type.REPLACES && status == as;
  }
}
