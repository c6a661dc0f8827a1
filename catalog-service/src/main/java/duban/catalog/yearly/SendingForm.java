package duban.catalog.yearly;

import duban.catalog.edit.Creation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * To whom the list of a year is sent.
 *
 * @param id a UUID of the client's own
 * @param unit the id or code of a unit, or of a group: each of its members
 */
@Schema(
    additionalProperties = Schema.False.class,
    requiredProperties = {"id", "year", "unit"},
    extensions = @Extension(name = "x-refers-to", value = "unit"))
record SendingForm(
    @NotNull UUID id, @Min(1949) @Max(2199) int year, @NotBlank @Size(max = 60) String unit) {

  Creation creation() {
    return new Creation("sending", id.toString(), "sent-lists?sending=" + id, this);
  }
}
