package duban.notification.unit;

import duban.chassis.problem.Problems;
import duban.notification.copy.Copies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All units as they are known now. */
@ApplicationScoped
public class Units {

  private final Copies copies;

  Units(Copies copies) {
    this.copies = copies;
  }

  /** Throws 422 {@code unit-not-known} unless the catalog has told of a unit with this code. */
  public void require(String field, String code) {
    if (byCode(List.of(code)).isEmpty()) {
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
    return byCode(copies.all(Copies.Table.UNIT, Unit.class).stream());
  }

  /** Those of these codes that are known. */
  public Map<String, Unit> byCode(Collection<String> codes) {
    return byCode(copies.with(Copies.Table.UNIT, "code", codes, Unit.class).stream());
  }

  private static Map<String, Unit> byCode(Stream<Unit> units) {
    return units.collect(Collectors.toMap(Unit::code, Function.identity(), (one, other) -> one));
  }
}
