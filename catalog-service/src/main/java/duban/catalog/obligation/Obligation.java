package duban.catalog.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
public record Obligation(
    String id,
    String measureId,
    String title,
    String quote,
    @Nullable String subjectQuote,
    Strength strength,
    Who who,
    Rule rule,
    List<String> evidence,
    @Nullable Boolean rated,
    AfterDue afterDue,
    @Nullable Extension extension,
    @Nullable LocalDate inForceFrom,
    @Nullable LocalDate inForceTo,
    List<Inferred> inferred) {

  public Obligation {
    evidence = Objects.requireNonNullElse(evidence, List.of());
    inferred = Objects.requireNonNullElse(inferred, List.of());
  }

  public Obligation ofMeasure(String newMeasureId) {
    return with(newMeasureId, inForceFrom);
  }

  public Obligation inForce(@Nullable LocalDate from) {
    return with(measureId, from);
  }

  private Obligation with(String newMeasureId, @Nullable LocalDate from) {
    return new Obligation(
        id,
        newMeasureId,
        title,
        quote,
        subjectQuote,
        strength,
        who,
        rule,
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

  /** Every code that must be that of a unit. */
  public Stream<String> unitCodes() {
    Stream<String> actors =
        rule instanceof Checkpoints points
            ? points.checkpoints().stream().flatMap(point -> Stream.ofNullable(point.actor()))
            : Stream.empty();
    return Stream.concat(who.codes(), actors);
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
    return who.complaint().or(rule::complaint);
  }
}
