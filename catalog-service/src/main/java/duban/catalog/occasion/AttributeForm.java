package duban.catalog.occasion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An attribute as staff write it; its name is its id. */
@Schema(additionalProperties = Schema.False.class)
record AttributeForm(
    @NotNull @Pattern(regexp = AttributeType.FORM, message = AttributeType.WRITTEN) @Size(max = 40)
        String name,
    @NotNull ValueType type,
    @NotBlank @Size(max = 60) String label) {

  AttributeType attribute() {
    return new AttributeType(name, type, label, null);
  }
}
