package duban.catalog.occasion;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Of which kind the values of an attribute are. */
public enum ValueType {
  NUMBER("a number up to 1e12") {
    @Override
    public boolean fits(@Nullable Object value) {
      return value instanceof Number number
          && !(value instanceof Double floating && !Double.isFinite(floating))
          && new BigDecimal(number.toString()).abs().compareTo(LARGEST) <= 0;
    }
  },
  YES_NO("true or false") {
    @Override
    public boolean fits(@Nullable Object value) {
      return value instanceof Boolean;
    }
  },
  TEXT("a text of at most 40 letters, digits, '.', '_' and '-'") {
    @Override
    public boolean fits(@Nullable Object value) {
      return value instanceof String text && CODE.matcher(text).matches();
    }
  };

  private static final BigDecimal LARGEST = new BigDecimal("1000000000000");
  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._-]{1,40}");

  private final String right;

  ValueType(String right) {
    this.right = right;
  }

  /** Whether it is such a value; what JSON makes of it is a Number, a Boolean or a String. */
  public abstract boolean fits(@Nullable Object value);

  /** Such a value, in words. */
  public String right() {
    return right;
  }
}
