package duban.status.deadline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an occurrence must have to be counted. With {@code firstFrom} it binds only the first
 * occurrence on or after that day (the first session of a term), otherwise every one.
 */
public record Condition(
    String attribute,
    @Nullable BigDecimal atLeast,
    @Nullable BigDecimal atMost,
    @Nullable Object is,
    @Nullable LocalDate firstFrom) {

  /**
   * The JSON type that the attribute must have: {@code number}, {@code boolean} or {@code text}.
   */
  public String type() {
    if (atLeast != null || atMost != null || is instanceof Number) {
      return "number";
    }
    return is instanceof Boolean ? "boolean" : "text";
  }

  public boolean fits(@Nullable Object value) {
    return switch (type()) {
      case "number" -> value instanceof Number;
      case "boolean" -> value instanceof Boolean;
      default -> value instanceof String;
    };
  }

  /** Why an occurrence with these attributes does not count; empty if it does. */
  public Optional<String> failedBy(Map<String, Object> attributes) {
    Object value = attributes.get(attribute);
    if (value == null || !fits(value)) {
      return Optional.of(attribute + " is not recorded as a " + type());
    }
    if (value instanceof Number number) {
      return failedBy(new BigDecimal(number.toString()));
    }
    return value.equals(is) ? Optional.empty() : Optional.of(says("must be " + is, value));
  }

  private Optional<String> failedBy(BigDecimal value) {
    if (atLeast != null && value.compareTo(atLeast) < 0) {
      return Optional.of(
          says("must be at least " + atLeast.toPlainString(), value.toPlainString()));
    }
    if (atMost != null && value.compareTo(atMost) > 0) {
      return Optional.of(says("must be at most " + atMost.toPlainString(), value.toPlainString()));
    }
    if (is instanceof Number wanted && value.compareTo(new BigDecimal(wanted.toString())) != 0) {
      return Optional.of(says("must be " + wanted, value.toPlainString()));
    }
    return Optional.empty();
  }

  private String says(String rule, Object value) {
    String whom = firstFrom == null ? "" : " for the first occurrence on or after " + firstFrom;
    return attribute + " " + rule + whom + ", but is " + value;
  }
}
