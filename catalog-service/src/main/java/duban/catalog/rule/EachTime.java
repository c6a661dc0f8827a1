package duban.catalog.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import duban.catalog.occasion.AttributeType;
import duban.catalog.occasion.Occasion;
import duban.catalog.occasion.OccasionType;
import duban.catalog.term.Level;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * Once for each occasion of a type, before, at, after or not before it.
 *
 * @param occasion the id of the type
 * @param occasionOf absent: ANY
 * @param when to which occasions it is kept
 * @param requires the id of the type of which one must come first
 * @param offset from the occasion's date
 * @param count absent: CALENDAR_DAYS
 * @param coDue until when the co-handlers have time, from the occasion's date
 * @param fallbackDue while the occasion has no date yet
 * @param roll absent: to the day before for what is due before it, otherwise to the day after
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
    additionalProperties = Schema.False.class,
    requiredProperties = {"kind", "occasion", "timing"},
    properties =
        @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "EACH_TIME"))
public record EachTime(
    @NotNull @Pattern(regexp = OccasionType.FORM, message = OccasionType.WRITTEN) @Size(max = 60)
        String occasion,
    @Nullable Whose occasionOf,
    @Valid @Nullable Kept when,
    @NotNull Timing timing,
    @Pattern(regexp = OccasionType.FORM, message = OccasionType.WRITTEN) @Size(max = 60)
        @Nullable String requires,
    @Schema(type = SchemaType.STRING, pattern = Written.SPAN, maxLength = 20, examples = "-P10D")
        @JsonSerialize(using = SpanWriter.class)
        @JsonDeserialize(using = SpanReader.class)
        @Nullable Period offset,
    @Nullable Days count,
    @Schema(type = SchemaType.STRING, pattern = Written.SPAN, maxLength = 20, examples = "P1M")
        @JsonSerialize(using = SpanWriter.class)
        @JsonDeserialize(using = SpanReader.class)
        @Nullable Period coDue,
    @Schema(
            implementation = String.class,
            type = SchemaType.STRING,
            pattern = DayInPeriod.FORM,
            maxLength = 20,
            examples = "--11-30")
        @Nullable DayInPeriod fallbackDue,
    @Nullable Level termOf,
    @Size(max = 20) List<@NotNull @Valid Condition> conditions,
    Roll roll)
    implements Rule {

  /** Whose occasions count: of anybody, or of the responsible unit and its place. */
  public enum Whose {
    ANY,
    SAME_UNIT
  }

  /** Which days of an offset count. */
  public enum Days {
    CALENDAR_DAYS,
    WORKING_DAYS
  }

  /** An attribute of the occasion, and what it must be. */
  @Schema(additionalProperties = Schema.False.class)
  public record Kept(
      @NotNull
          @Pattern(regexp = AttributeType.FORM, message = AttributeType.WRITTEN)
          @Size(max = 40)
          String attribute,
      @Schema(description = "a text of at most 100 characters, a number, or true or false") @NotNull
          Object is) {}

  public EachTime {
    conditions = Objects.requireNonNullElse(conditions, List.of());
    roll = Objects.requireNonNullElse(roll, timing == Timing.BEFORE ? Roll.PREVIOUS : Roll.NEXT);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.EACH_TIME;
  }

  @Override
  public @Nullable String noun() {
    return null;
  }

  @Override
  public @Nullable Period lead() {
    return null;
  }

  @Override
  public List<PlainWindow> unfold(Setting setting) {
    if (setting.frequent().contains(occasion)) {
      // Before what comes first there is nothing to do, and so nothing to count.
      return timing == Timing.NOT_BEFORE ? List.of() : new Tally(this).windows(setting);
    }
    return setting.occasions().getOrDefault(occasion, List.of()).stream()
        .filter(this::isMeant)
        .flatMap(it -> new EachOccasion(this, it, setting).window().stream())
        .toList();
  }

  /** Of one that is only expected, what is not known yet is taken to be so. */
  public boolean isMeant(Occasion one) {
    if (when == null) {
      return true;
    }
    Object recorded = one.attributes().get(when.attribute());
    return recorded == null ? one.date() == null : Values.equal(when.is(), recorded);
  }

  /** Whether the unit owes it at an occasion of that unit. */
  public boolean ofSameUnit() {
    return occasionOf == Whose.SAME_UNIT;
  }

  LocalDate due(LocalDate on, Setting setting) {
    Period span = offset == null ? timing.otherwise() : offset;
    int days = (int) span.get(ChronoUnit.DAYS);
    return count == Days.WORKING_DAYS && days != 0
        ? setting.calendar().plus(on.plusMonths(span.toTotalMonths()), days)
        : on.plus(span);
  }

  @Override
  public Optional<String> complaint() {
    if (occasion == null || timing == null) {
      return Optional.of("rule.occasion and rule.timing must both be there: at what, and when");
    }
    boolean orders = timing == Timing.NOT_BEFORE;
    if (orders != (requires != null)) {
      return Optional.of(
          orders
              ? "rule.requires is missing, but rule.timing is NOT_BEFORE: say what must come first"
              : "rule.requires says what must come first, but rule.timing is " + timing);
    }
    if (offset != null && !timing.allows(offset)) {
      return Optional.of(
          "rule.offset is %s, but rule.timing is %s; %s"
              .formatted(Written.of(offset), timing, timing.offset()));
    }
    if (fallbackDue != null && !fallbackDue.fits(PeriodKind.YEAR)) {
      return Optional.of(
          "rule.fallbackDue is " + fallbackDue + ", but must be a day such as --11-30");
    }
    if (when != null && !Values.comparable(when.is())) {
      return Optional.of("rule.when compares with no list or object");
    }
    return Spans.tooFar("rule.offset", offset)
        .or(() -> Spans.tooFar("rule.coDue", coDue))
        .or(() -> Condition.complaint(conditions, termOf));
  }

  @Override
  public Words inWords() {
    return timing.inWords(offset, count == Days.WORKING_DAYS);
  }
}
