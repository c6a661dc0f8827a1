package duban.catalog.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values that are recorded of occurrences and occasions: texts, numbers, true and false. */
final class Values {
  private Values() {}

  /** A number is itself however it is written: 1, 1.0. */
  static boolean equal(Object one, @Nullable Object other) {
    return (one instanceof Number a && other instanceof Number b)
        ? new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0
        : one.equals(other);
  }

  /** A list or an object could be compared with nothing that is recorded. */
  static boolean comparable(@Nullable Object is) {
    return is == null
        || is instanceof Number
        || is instanceof Boolean
        || (is instanceof String text && text.length() <= 100);
  }
}
