package duban.catalog.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.catalog.term.Level;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/** Named points of a period, each with a deadline, an actor and an event that completes it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
    additionalProperties = Schema.False.class,
    requiredProperties = {"kind", "period", "checkpoints"},
    properties =
        @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "CHECKPOINTS"))
public record Checkpoints(
    @NotNull PeriodKind period,
    @Min(1) @Max(100) @Nullable Integer every,
    @Size(max = 12) List<@NotNull @Min(1) @Max(12) Integer> months,
    @Nullable Level termOf,
    @NotEmpty @Size(max = 20) List<@NotNull @Valid Checkpoint> checkpoints,
    Roll roll)
    implements Rule {

  public Checkpoints {
    months = Objects.requireNonNullElse(months, List.of());
    checkpoints = Objects.requireNonNullElse(checkpoints, List.of());
    roll = Objects.requireNonNullElse(roll, Roll.PREVIOUS);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.CHECKPOINTS;
  }

  @Override
  public @Nullable String noun() {
    return null;
  }

  @Override
  public @Nullable Period lead() {
    return null;
  }

  private Recurrence recurrence() {
    return new Recurrence(period, every, months, termOf);
  }

  @Override
  public Checkpoints naming(BinaryOperator<String> name) {
    return new Checkpoints(
        period,
        every,
        months,
        termOf,
        IntStream.range(0, checkpoints.size())
            .mapToObj(i -> checkpoints.get(i).naming("rule.checkpoints[" + i + "]", name))
            .toList(),
        roll);
  }

  @Override
  public List<PlainWindow> unfold(Setting setting) {
    return recurrence().periods(setting).stream()
        .flatMap(
            period ->
                checkpoints.stream()
                    .map(
                        each ->
                            PlainWindow.of(
                                period,
                                Span.of(each.opens(), each.due(), roll, period, setting),
                                each)))
        .toList();
  }

  @Override
  public Optional<String> complaint() {
    return recurrence().complaint().or(this::points);
  }

  private Optional<String> points() {
    if (checkpoints.isEmpty()) {
      return Optional.of("rule.checkpoints is empty, but needs at least one");
    }
    long names = checkpoints.stream().map(Checkpoint::name).distinct().count();
    if (names < checkpoints.size()) {
      return Optional.of("rule.checkpoints has a name twice, but each needs its own");
    }
    return checkpoints.stream()
        .flatMap(each -> each.complaint(recurrence()).stream())
        .findFirst()
        .map(it -> "rule.checkpoints: " + it);
  }

  @Override
  public Words inWords() {
    // In English what lies between two days begins with the comma behind which it stands.
    return checkpoints.stream()
        .map(
            each ->
                Words.between(each.opens(), each.due())
                    .and(Words.of("," + each.name(), ": " + each.name())))
        .reduce(
            (one, other) ->
                one.and(
                    Words.of(";" + other.chinese(), ";" + other.english().replaceFirst("^,", ""))))
        .map(recurrence().inWords()::and)
        .orElse(Words.NONE);
  }
}
