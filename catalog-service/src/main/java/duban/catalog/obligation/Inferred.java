package duban.catalog.obligation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A field that the text does not print, and why it says what it says.
 *
 * @param confirmed whether staff said that it is right
 */
@Schema(additionalProperties = Schema.False.class)
public record Inferred(
    @NotBlank @Size(max = 60) String field,
    @NotBlank @Size(max = 500) String why,
    @Nullable Boolean confirmed) {

  Inferred as(boolean right) {
    return new Inferred(field, why, right ? true : null);
  }
}
