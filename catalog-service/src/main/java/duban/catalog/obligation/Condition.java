package duban.catalog.obligation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
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

  boolean saysSomething() {
    return atLeast != null || atMost != null || is != null;
  }

  /** A list or an object could be compared with nothing that is recorded. */
  boolean comparable() {
    return is == null
        || is instanceof Number
        || is instanceof Boolean
        || (is instanceof String text && text.length() <= 100);
  }
}
