package duban.catalog.rule;

import static java.util.Comparator.naturalOrder;

import duban.catalog.occasion.AttributeType;
import duban.catalog.term.Level;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an occurrence must show to count.
 *
 * @param when absent: asked of every occurrence
 */
@Schema(additionalProperties = Schema.False.class)
public record Condition(
    @NotNull @Pattern(regexp = AttributeType.FORM, message = AttributeType.WRITTEN) @Size(max = 40)
        String attribute,
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
    return conditions.stream()
        .flatMap(it -> it.complaint(termOf).stream())
        .findFirst()
        .or(() -> contradiction(conditions));
  }

  /** What is asked at the first of a term is asked there together with what is always asked. */
  private static Optional<String> contradiction(List<Condition> conditions) {
    Map<String, List<Condition>> together =
        conditions.stream()
            .collect(
                Collectors.groupingBy(
                    Condition::attribute, LinkedHashMap::new, Collectors.toList()));
    return together.entrySet().stream()
        .filter(it -> !canHold(it.getValue()))
        .map(
            it ->
                "rule.conditions of "
                    + it.getKey()
                    + " contradict each other: nothing meets them all")
        .findFirst();
  }

  private static boolean canHold(List<Condition> together) {
    var floor =
        together.stream().map(Condition::atLeast).filter(Objects::nonNull).max(naturalOrder());
    var ceiling =
        together.stream().map(Condition::atMost).filter(Objects::nonNull).min(naturalOrder());
    if (floor.isPresent() && ceiling.isPresent() && floor.get().compareTo(ceiling.get()) > 0) {
      return false;
    }
    List<Object> values = together.stream().map(Condition::is).filter(Objects::nonNull).toList();
    boolean bounded = floor.isPresent() || ceiling.isPresent();
    return values.stream()
        .allMatch(
            it ->
                Values.equal(values.get(0), it)
                    && (!bounded
                        || (it instanceof Number number && within(number, floor, ceiling))));
  }

  private static boolean within(
      Number value, Optional<BigDecimal> floor, Optional<BigDecimal> ceiling) {
    BigDecimal is = new BigDecimal(value.toString());
    return floor.map(it -> is.compareTo(it) >= 0).orElse(true)
        && ceiling.map(it -> is.compareTo(it) <= 0).orElse(true);
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

  /** Whether both ask for the same value. */
  public boolean comparesAs(Condition other) {
    return is == null ? other.is == null : Values.equal(is, other.is);
  }

  private boolean saysSomething() {
    return atLeast != null || atMost != null || is != null;
  }
}
