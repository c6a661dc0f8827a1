package duban.notification.contact;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What is to be true of a contact. */
record ContactChange(
    @NotBlank @Size(max = 80) @Pattern(regexp = "[^\\p{Cntrl}]*") String name,
    @NotNull @Email @Size(min = 3, max = 254) @Pattern(regexp = "[\\x21-\\x7e]+") String email,
    @NotNull @Size(max = 500)
        List<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String> units) {}
