package duban.catalog.occasion;

import duban.catalog.edit.Refused;
import duban.catalog.unit.Units;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An occasion as staff write it. Units are named by id or code; an absent field does not apply.
 *
 * @param id a UUID of the client's own
 * @param date absent: not known yet, which only one of a yearly type may be
 * @param year needed without a date
 * @param unit absent: it is everybody's
 */
@Schema(
    additionalProperties = Schema.False.class,
    extensions = @Extension(name = "x-refers-to", value = "type unit lead co follows"))
record OccasionForm(
    @NotNull UUID id,
    @NotNull @Pattern(regexp = OccasionType.FORM, message = OccasionType.WRITTEN) @Size(max = 60)
        String type,
    @Size(max = 100) @Nullable String name,
    @Nullable LocalDate date,
    @Min(1949) @Max(2199) @Nullable Integer year,
    @Size(max = 60) @Nullable String unit,
    @Schema(
            description =
                "Numbers up to 1e12, true or false, and texts of at most 40 letters, digits, '.', '_'"
                    + " and '-', by the names of attributes of its type",
            maxProperties = 30)
        Map<String, Object> attributes,
    @Size(max = 50) List<@NotNull @Size(max = 60) String> lead,
    @Size(max = 50) List<@NotNull @Size(max = 60) String> co,
    @Nullable UUID follows,
    @Nullable Boolean cancelled) {

  OccasionForm {
    // In one order, so that the same again is known whatever the order.
    attributes = new TreeMap<>(Objects.requireNonNullElse(attributes, Map.of()));
    lead = Objects.requireNonNullElse(lead, List.of());
    co = Objects.requireNonNullElse(co, List.of());
  }

  /** Throws Refused if it records what no attribute of any type could be. */
  void expectPlain() {
    attributes.forEach(
        (name, value) -> {
          if (Arrays.stream(ValueType.values()).noneMatch(it -> it.fits(value))) {
            throw new Refused(
                "invalid-occasion",
                "attributes." + name,
                "attributes.%s must be one of %s"
                    .formatted(
                        name, Arrays.stream(ValueType.values()).map(ValueType::right).toList()));
          }
        });
    if (attributes.size() > OccasionCheck.MOST) {
      throw new Refused(
          "invalid-occasion",
          "attributes",
          "attributes has %d entries; give at most %d"
              .formatted(attributes.size(), OccasionCheck.MOST));
    }
  }

  /** Throws Refused if it names a unit that is not among these, or says no year. */
  Occasion occasion(Units units, LocalDate enteredOn) {
    if (date == null && year == null) {
      throw new Refused(
          "invalid-occasion",
          "date",
          "date is missing; give it, or the year while it is not known");
    }
    return new Occasion(
        id,
        type,
        name,
        date,
        year == null ? Objects.requireNonNull(date).getYear() : year,
        unit == null ? null : units.named("unit", unit),
        attributes,
        lead.stream().map(it -> units.named("lead", it)).toList(),
        co.stream().map(it -> units.named("co", it)).toList(),
        follows,
        Boolean.TRUE.equals(cancelled),
        enteredOn,
        null);
  }
}
