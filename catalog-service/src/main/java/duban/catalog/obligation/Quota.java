package duban.catalog.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.catalog.term.Level;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/** So many times in a period: one deadline with a balance. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
    additionalProperties = Schema.False.class,
    requiredProperties = {"kind", "period", "times"},
    properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "QUOTA"))
public record Quota(
    @NotNull PeriodKind period,
    @Nullable Level termOf,
    @Min(1) @Max(1000) int times,
    @Size(max = 20) @Nullable String noun,
    @Schema(
            implementation = String.class,
            pattern = PlainDay.FORM,
            maxLength = 7,
            examples = "--10-31")
        @Nullable MonthDay opens,
    @Schema(
            implementation = String.class,
            pattern = PlainDay.FORM,
            maxLength = 7,
            examples = "--10-31")
        @Nullable MonthDay due,
    @Size(max = 20) List<@NotNull @Valid Pace> pace,
    @Schema(type = SchemaType.STRING, pattern = PlainDay.DAYS, maxLength = 20, examples = "P20D")
        @Nullable Period lead,
    @Schema(type = SchemaType.STRING, pattern = PlainDay.DAYS, maxLength = 20, examples = "P20D")
        @Nullable Period reportWithin,
    @Size(max = 20) List<@NotNull @Valid Condition> conditions,
    Roll roll)
    implements Rule {

  public Quota {
    pace = Objects.requireNonNullElse(pace, List.of());
    conditions = Objects.requireNonNullElse(conditions, List.of());
    roll = Objects.requireNonNullElse(roll, Roll.PREVIOUS);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.QUOTA;
  }

  @Override
  public List<PlainWindow> unfold(Setting setting) {
    Span span = Span.of(opens, due, roll, setting);
    LocalDate latestStart = Counting.latestStart(span.due(), lead, setting);
    return List.of(
        PlainWindow.counted(
            span,
            times,
            Counting.dated(conditions, termOf, setting),
            Counting.dated(pace, setting),
            latestStart,
            Counting.reportUntil(span.due(), reportWithin)));
  }

  @Override
  public Optional<String> complaint() {
    return Counting.complaint(period, times, opens, due, lead, reportWithin, conditions, termOf)
        .or(
            () ->
                pace.stream()
                    .filter(each -> each.count() < 1 || each.count() > times)
                    .findFirst()
                    .map(each -> "rule.pace asks for " + each.count() + " of " + times));
  }

  @Override
  public Words inWords() {
    return Counting.inWords(times, noun, opens, due);
  }
}
