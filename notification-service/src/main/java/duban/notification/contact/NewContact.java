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
 * A contact to be.
 *
 * @param name a person's or an office's
 * @param units the codes of those for which it receives
 */
@Schema(extensions = @Extension(name = "x-refers-to", value = "units"))
record NewContact(
    @NotNull @Size(max = 60) @Pattern(regexp = Code.FORM, message = Code.WRITTEN) String id,
    @NotBlank @Size(max = 80) @Pattern(regexp = ContactChange.ONE_LINE) String name,
    @NotBlank @Size(min = 3, max = Address.LONGEST) @Schema(format = "email") String email,
    @NotEmpty @Size(max = 500)
        List<@NotNull @Size(max = 60) @Pattern(regexp = Code.FORM, message = Code.WRITTEN) String>
            units) {

  ContactChange change() {
    return new ContactChange(name, email, units, true);
  }
}
