package duban.catalog.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.chassis.edit.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a measure demands: of whom, how often, by when. The shape is that of a catalogue file and of
 * the API; an absent field does not apply.
 *
 * @param measureId in a catalogue file conference/topic/ordinal, elsewhere the measure's id
 * @param quote one stretch of the measure's text
 * @param subjectQuote a second one, where the subject stands apart
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
    additionalProperties = Schema.False.class,
    extensions =
        @org.eclipse.microprofile.openapi.annotations.extensions.Extension(
            name = "x-refers-to",
            value = "measureId"))
public record Obligation(
    @NotNull @Pattern(regexp = Code.FORM) @Size(max = 60) String id,
    @NotBlank @Size(max = 200) String measureId,
    @NotBlank @Size(max = 40) String title,
    @NotBlank @Size(max = 2000) String quote,
    @Size(max = 2000) @Nullable String subjectQuote,
    @NotNull Strength strength,
    @NotNull @Valid Who who,
    @NotNull @Valid Rule rule,
    @Size(max = 20) List<@NotBlank @Size(max = 100) String> evidence,
    @Nullable Boolean rated,
    @NotNull AfterDue afterDue,
    @Valid @Nullable Extension extension,
    @Nullable LocalDate inForceFrom,
    @Nullable LocalDate inForceTo,
    @Size(max = 50) List<@NotNull @Valid Inferred> inferred) {

  private static final Set<String> NOT_CHARGED = Set.of("who.addressee", "who.supervisor");

  public Obligation {
    evidence = Objects.requireNonNullElse(evidence, List.of());
    inferred = Objects.requireNonNullElse(inferred, List.of());
  }

  public Obligation ofMeasure(String newMeasureId) {
    return with(newMeasureId, who, rule, inForceFrom);
  }

  public Obligation inForce(@Nullable LocalDate from) {
    return with(measureId, who, rule, from);
  }

  /**
   * With its units named otherwise.
   *
   * @param name of a field and the unit that it names
   */
  Obligation naming(BinaryOperator<String> name) {
    return with(measureId, who.naming(name), rule.naming(name), inForceFrom);
  }

  /**
   * On whom it lays something, as it names them; to whom it is reported and who watches over it may
   * well stand above.
   */
  Set<String> charged() {
    Set<String> units = new LinkedHashSet<>();
    naming(
        (field, unit) -> {
          if (!NOT_CHARGED.contains(field)) {
            units.add(unit);
          }
          return unit;
        });
    return units;
  }

  /** All units that it names. */
  Set<String> named() {
    Set<String> units = new LinkedHashSet<>();
    naming(
        (field, unit) -> {
          units.add(unit);
          return unit;
        });
    return units;
  }

  /** For whom these units, by their ids, do not handle it too. */
  Obligation without(Set<String> units) {
    return with(measureId, who.without(units), rule, inForceFrom);
  }

  private Obligation with(String newMeasureId, Who newWho, Rule newRule, @Nullable LocalDate from) {
    return new Obligation(
        id,
        newMeasureId,
        title,
        quote,
        subjectQuote,
        strength,
        newWho,
        newRule,
        evidence,
        rated,
        afterDue,
        extension,
        from,
        inForceTo,
        inferred);
  }

  /** A duty begins with the first period that lies wholly in force. */
  public boolean isInForce(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    return (inForceFrom == null || !first.isBefore(inForceFrom))
        && (inForceTo == null || !first.isAfter(inForceTo));
  }

  public List<PlainWindow> unfold(Setting setting) {
    return strength.makesDeadlines() && isInForce(setting.year())
        ? rule.unfold(setting)
        : List.of();
  }

  /** What is wrong with it by itself, as a sentence that begins with the field's name. */
  public Optional<String> complaint() {
    for (Object needed : new Object[] {title, quote, strength, who, rule, afterDue}) {
      if (needed == null) {
        return Optional.of(
            "title, quote, strength, who, rule and afterDue must all be there, but one is missing");
      }
    }
    if (title.codePointCount(0, title.length()) > 20) {
      return Optional.of("title is longer than 20 characters: " + title);
    }
    if (inForceFrom != null && inForceTo != null && inForceTo.isBefore(inForceFrom)) {
      return Optional.of("inForceTo is " + inForceTo + ", but must not lie before inForceFrom");
    }
    return who.complaint()
        .or(rule::complaint)
        .or(
            () ->
                extension == null
                    ? Optional.empty()
                    : Counting.tooLong("extension.max", extension.max()));
  }
}
