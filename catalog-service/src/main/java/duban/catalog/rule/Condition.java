package duban.catalog.rule;

import duban.catalog.term.Level;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an occurrence must show to count.
 *
 * @param when absent: asked of every occurrence
 */
@Schema(additionalProperties = Schema.False.class)
public record Condition(
    @NotNull @Pattern(regexp = "^[A-Za-z][A-Za-z0-9]*$") @Size(max = 40) String attribute,
    @Min(-MOST) @Max(MOST) @Nullable BigDecimal atLeast,
    @Min(-MOST) @Max(MOST) @Nullable BigDecimal atMost,
    @Schema(description = "a text of at most 100 characters, a number, or true or false")
        @Nullable Object is,
    @Nullable When when) {

  private static final long MOST = 1_000_000_000L;

  /** Of which occurrence a condition is asked, where it is not asked of all. */
  public enum When {
    FIRST_OF_TERM
  }

  /** Of conditions that are asked of what is recorded. */
  static Optional<String> complaint(List<Condition> conditions, @Nullable Level termOf) {
    return conditions.stream().flatMap(it -> it.complaint(termOf).stream()).findFirst();
  }

  private Optional<String> complaint(@Nullable Level termOf) {
    if (!saysSomething()) {
      return Optional.of("rule.conditions of " + attribute + " need atLeast, atMost or is");
    }
    if (!Values.comparable(is)) {
      return Optional.of("rule.conditions of " + attribute + " compare with no list or object");
    }
    if (atLeast != null && atMost != null && atMost.compareTo(atLeast) < 0) {
      return Optional.of(
          "rule.conditions of "
              + attribute
              + " ask for at least "
              + atLeast
              + " and at most "
              + atMost);
    }
    return when != null && termOf == null
        ? Optional.of("rule.termOf is missing, but a condition is asked at FIRST_OF_TERM")
        : Optional.empty();
  }

  private boolean saysSomething() {
    return atLeast != null || atMost != null || is != null;
  }
}
