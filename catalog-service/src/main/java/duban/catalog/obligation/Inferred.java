package duban.catalog.obligation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field that the text does not print, and why it says what it says. */
@Schema(additionalProperties = Schema.False.class)
public record Inferred(
    @NotBlank @Size(max = 60) String field, @NotBlank @Size(max = 500) String why) {}
