package duban.catalog.document;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may change of a document; a new edition of its text is another document. */
@Schema(
    additionalProperties = Schema.False.class,
    extensions = @Extension(name = "x-refers-to", value = "owner"))
public record DocumentMetadata(
    @NotBlank @Size(max = 200) String title,
    @NotBlank @Size(max = 60) String owner,
    @NotNull Openness openness) {}
