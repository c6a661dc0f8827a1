package duban.notification.contact;

import duban.chassis.edit.Code;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to be true of a contact.
 *
 * @param active false: it has ended, and receives nothing more
 */
@Schema(extensions = @Extension(name = "x-refers-to", value = "units"))
record ContactChange(
    @NotBlank @Size(max = 80) @Pattern(regexp = ContactChange.ONE_LINE) String name,
    @NotBlank @Size(min = 3, max = Address.LONGEST) @Schema(format = "email") String email,
    @NotEmpty @Size(max = 500)
        List<@NotNull @Size(max = 60) @Pattern(regexp = Code.FORM, message = Code.WRITTEN) String>
            units,
    @NotNull Boolean active) {

  /** Ends of lines would reach into the headers of a mail. */
  static final String ONE_LINE = "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]*$";
}
