package duban.notification.unit;

import duban.chassis.problem.Problems;
import duban.notification.copy.Copies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All units as they are known now. */
@ApplicationScoped
public class Units {

  private final Copies copies;

  Units(Copies copies) {
    this.copies = copies;
  }

  /** Throws 422 {@code unit-not-known} unless the catalog has told of a unit with this code. */
  public void require(String field, String code) {
    if (!byCode().containsKey(code)) {
      throw Problems.unprocessable(
          "unit-not-known",
          field
              + " is '"
              + code
              + "'; give the code of a unit that the catalog has, or wait until it is known here",
          field);
    }
  }

  public Map<String, Unit> byCode() {
    return copies.all(Copies.Table.UNIT, Unit.class).stream()
        .collect(Collectors.toMap(Unit::code, Function.identity(), (one, other) -> one));
  }
}
