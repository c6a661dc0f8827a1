package duban.catalog.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import duban.catalog.term.Level;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/** So many times between two days of a period; nothing is owed before it opens. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
    additionalProperties = Schema.False.class,
    requiredProperties = {"kind", "period", "times"},
    properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "WINDOW"))
public record Window(
    @NotNull PeriodKind period,
    @Min(1) @Max(100) @Nullable Integer every,
    @Size(max = 12) List<@NotNull @Min(1) @Max(12) Integer> months,
    @Nullable Level termOf,
    @Min(1) @Max(1000) int times,
    @Size(max = 20) @Nullable String noun,
    @Schema(
            implementation = String.class,
            pattern = DayInPeriod.FORM,
            maxLength = 20,
            examples = "--10-31")
        @Nullable DayInPeriod opens,
    @Schema(
            implementation = String.class,
            pattern = DayInPeriod.FORM,
            maxLength = 20,
            examples = "--10-31")
        @Nullable DayInPeriod due,
    @Schema(type = SchemaType.STRING, pattern = Written.DAYS, maxLength = 20, examples = "P20D")
        @JsonDeserialize(using = SpanReader.class)
        @Nullable Period lead,
    @Schema(type = SchemaType.STRING, pattern = Written.DAYS, maxLength = 20, examples = "P20D")
        @JsonDeserialize(using = SpanReader.class)
        @Nullable Period reportWithin,
    @Size(max = 20) List<@NotNull @Valid Condition> conditions,
    Roll roll)
    implements Rule {

  public Window {
    months = Objects.requireNonNullElse(months, List.of());
    conditions = Objects.requireNonNullElse(conditions, List.of());
    roll = Objects.requireNonNullElse(roll, Roll.PREVIOUS);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.WINDOW;
  }

  private Counting counting() {
    var recurrence = new Recurrence(period, every, months, termOf);
    return new Counting(recurrence, times, noun, opens, due, lead, reportWithin, conditions, roll);
  }

  @Override
  public List<PlainWindow> unfold(Setting setting) {
    return counting().unfold(List.of(), false, setting);
  }

  @Override
  public Optional<String> complaint() {
    return counting().complaint();
  }

  @Override
  public Words inWords() {
    return counting().inWords();
  }
}
