package duban.catalog.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.catalog.rule.Force;
import duban.catalog.rule.Rule;
import duban.catalog.rule.RuleKind;
import duban.catalog.rule.Spans;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a measure demands: of whom, how often, by when. The shape is that of a catalogue file and of
 * the API; an absent field does not apply.
 *
 * @param measureId in a catalogue file conference/topic/ordinal, elsewhere the measure's id
 * @param quote one stretch of the measure's text
 * @param subjectQuote a second one, where the subject stands apart
 * @param history of a one-off or standing duty of an earlier conference; absent: simply in force
 * @param historyReason why it lapsed
 * @param links to the earlier ones that it replaces, narrows, details or reaffirms
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
    additionalProperties = Schema.False.class,
    extensions =
        @org.eclipse.microprofile.openapi.annotations.extensions.Extension(
            name = "x-refers-to",
            value = "measureId"))
public record Obligation(
    @NotNull @Pattern(regexp = Code.FORM, message = Code.WRITTEN) @Size(max = 60) String id,
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
    @Nullable History history,
    @Size(max = 500) @Nullable String historyReason,
    @Size(max = 50) List<@NotNull @Valid Link> links,
    @Size(max = 50) List<@NotNull @Valid Inferred> inferred) {

  private static final Set<String> NOT_CHARGED = Set.of("who.addressee", "who.supervisor");

  public Obligation {
    evidence = Objects.requireNonNullElse(evidence, List.of());
    links = Objects.requireNonNullElse(links, List.of());
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
  public Set<String> named() {
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
    return with(newMeasureId, newWho, newRule, from, history, historyReason, links, inferred);
  }

  /** To which obligations it leads. */
  Set<String> linked() {
    return links.stream().map(Link::to).collect(Collectors.toSet());
  }

  /** With one link of each pair. */
  Obligation linked(Link link) {
    List<Link> all =
        Stream.concat(links.stream().filter(it -> !it.to().equals(link.to())), Stream.of(link))
            .toList();
    return with(measureId, who, rule, inForceFrom, history, historyReason, all, inferred);
  }

  /** With what staff said of it once. */
  Obligation decided(
      History decision, @Nullable String reason, Rule newRule, @Nullable LocalDate from) {
    return with(measureId, who, newRule, from, decision, reason, links, inferred);
  }

  /** With what was inferred of a field confirmed, or not yet. */
  Obligation confirmed(String field, boolean confirmed) {
    List<Inferred> all =
        inferred.stream().map(it -> it.field().equals(field) ? it.as(confirmed) : it).toList();
    return with(measureId, who, rule, inForceFrom, history, historyReason, links, all);
  }

  private Obligation with(
      String newMeasureId,
      Who newWho,
      Rule newRule,
      @Nullable LocalDate from,
      @Nullable History decision,
      @Nullable String reason,
      List<Link> newLinks,
      List<Inferred> newInferred) {
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
        decision,
        reason,
        newLinks,
        newInferred);
  }

  public Force force() {
    return new Force(inForceFrom, inForceTo);
  }

  /** Whether it is owed at all, and not only listed. */
  public boolean makesDeadlines() {
    return strength.makesDeadlines()
        && (history == null
            || history == History.PURSUED
            || (history == History.KEPT_UP && rule.kind() == RuleKind.STANDING));
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
    if (history == History.LAPSED && (historyReason == null || historyReason.isBlank())) {
      return Optional.of("historyReason is missing, but history is LAPSED: say why it lapsed");
    }
    boolean lasts = rule.kind() == RuleKind.ONE_OFF || rule.kind() == RuleKind.STANDING;
    if (history == History.KEPT_UP && !lasts) {
      return Optional.of(
          "history is KEPT_UP, which is said of one-off and standing duties, and this is "
              + rule.kind()
              + ": what comes again is PURSUED, or has LAPSED");
    }
    return who.complaint(rule.kind())
        .or(rule::complaint)
        .or(
            () ->
                extension == null
                    ? Optional.empty()
                    : Spans.noLength("extension.max", extension.max()));
  }
}
