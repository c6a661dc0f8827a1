package duban.catalog.obligation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an occurrence must show to count.
 *
 * @param when absent: asked of every occurrence
 */
public record Condition(
    String attribute,
    @Nullable BigDecimal atLeast,
    @Nullable BigDecimal atMost,
    @Nullable Object is,
    @Nullable When when) {

  /** Of which occurrence a condition is asked, where it is not asked of all. */
  public enum When {
    FIRST_OF_TERM
  }

  boolean saysSomething() {
    return atLeast != null || atMost != null || is != null;
  }
}
