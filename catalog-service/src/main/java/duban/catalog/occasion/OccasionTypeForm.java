package duban.catalog.occasion;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.catalog.unit.Units;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A kind of occasion as staff write it. Units are named by id or code.
 *
 * @param yearly absent: none is expected each year
 * @param keptBy units, or groups whose members are meant: each keeps one of its own every year;
 *     absent: one is kept for all
 * @param makesDeadlines absent: they do; false of frequent meetings, of which duties are only
 *     counted by half-years
 * @param attributes names of attributes
 */
@Schema(
    additionalProperties = Schema.False.class,
    extensions = @Extension(name = "x-refers-to", value = "attributes keptBy"))
record OccasionTypeForm(
    @NotNull @Pattern(regexp = OccasionType.FORM, message = OccasionType.WRITTEN) @Size(max = 60)
        String id,
    @NotBlank @Size(max = 60) String name,
    @Nullable Boolean yearly,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = 50)
        List<@NotNull @Size(max = 60) String> keptBy,
    @Nullable Boolean makesDeadlines,
    @Size(max = 30)
        List<
                @NotNull @Pattern(regexp = AttributeType.FORM, message = AttributeType.WRITTEN)
                @Size(max = 40) String>
            attributes) {

  OccasionTypeForm {
    keptBy = Objects.requireNonNullElse(keptBy, List.of());
    attributes = Objects.requireNonNullElse(attributes, List.of());
  }

  /** Throws Refused if it names a unit that is not among these. */
  OccasionType type(Units units) {
    return new OccasionType(
        id,
        name,
        Boolean.TRUE.equals(yearly),
        keptBy.stream().map(it -> units.named("keptBy", it)).toList(),
        !Boolean.FALSE.equals(makesDeadlines),
        attributes,
        null);
  }
}
