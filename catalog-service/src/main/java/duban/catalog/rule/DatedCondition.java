package duban.catalog.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A condition whose dates are known.
 *
 * @param firstFrom asked only of the first counted occurrence on or after this day
 */
public record DatedCondition(
    String attribute,
    @Nullable BigDecimal atLeast,
    @Nullable BigDecimal atMost,
    @Nullable Object is,
    @Nullable LocalDate firstFrom) {

  static DatedCondition of(Condition of, @Nullable LocalDate firstFrom) {
    return new DatedCondition(of.attribute(), of.atLeast(), of.atMost(), of.is(), firstFrom);
  }

  static DatedCondition number(String attribute, int atLeast) {
    return new DatedCondition(attribute, BigDecimal.valueOf(atLeast), null, null, null);
  }
}
