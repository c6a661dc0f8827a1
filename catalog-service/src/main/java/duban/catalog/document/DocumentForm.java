package duban.catalog.document;

import duban.chassis.edit.Code;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A document with its text, as staff hand it in. The text stays as it is for good.
 *
 * @param owner the id or code of the unit to which it belongs
 * @param sha256 of the lines joined by newlines, without one at the end; absent: not compared
 */
@Schema(
    additionalProperties = Schema.False.class,
    extensions = @Extension(name = "x-refers-to", value = "owner"))
record DocumentForm(
    @NotNull @Pattern(regexp = Code.FORM, message = Code.WRITTEN) @Size(max = 60) String id,
    @NotBlank @Size(max = 200) String title,
    @NotBlank @Size(max = 60) String owner,
    @NotNull Openness openness,
    @Pattern(regexp = "^[0-9a-f]{64}$", message = "must be 64 digits and letters from a to f")
        @Size(max = 64)
        @Nullable String sha256,
    @NotEmpty @Size(max = 2_000) List<@NotNull @Size(max = 10_000) String> lines) {}
