package duban.catalog.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
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
    @NotEmpty @Size(max = 20) List<@NotNull @Valid Checkpoint> checkpoints,
    Roll roll)
    implements Rule {

  public Checkpoints {
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

  @Override
  public Checkpoints naming(BinaryOperator<String> name) {
    return new Checkpoints(
        period,
        IntStream.range(0, checkpoints.size())
            .mapToObj(i -> checkpoints.get(i).naming("rule.checkpoints[" + i + "]", name))
            .toList(),
        roll);
  }

  @Override
  public List<PlainWindow> unfold(Setting setting) {
    return checkpoints.stream()
        .map(each -> PlainWindow.of(each, Span.of(each.opens(), each.due(), roll, setting)))
        .toList();
  }

  @Override
  public Optional<String> complaint() {
    if (period != PeriodKind.YEAR) {
      return Optional.of(
          "rule.period is " + period + ", but only YEAR can be made into deadlines so far");
    }
    if (checkpoints.isEmpty()) {
      return Optional.of("rule.checkpoints is empty, but needs at least one");
    }
    long names = checkpoints.stream().map(Checkpoint::name).distinct().count();
    if (names < checkpoints.size()) {
      return Optional.of("rule.checkpoints has a name twice, but each needs its own");
    }
    return checkpoints.stream()
        .filter(each -> each.opens() != null && each.due().isBefore(each.opens()))
        .findFirst()
        .map(each -> "rule.checkpoints: " + each.name() + " is due before it opens");
  }

  @Override
  public Words inWords() {
    return checkpoints.stream()
        .map(each -> Words.ofEachYear(each.opens(), each.due()).and(named(each.name())))
        .reduce((one, other) -> one.and(Words.of(";", "; ")).and(other))
        .orElse(Words.NONE);
  }

  private static Words named(String checkpoint) {
    return Words.of("," + checkpoint, ": " + checkpoint);
  }
}
