package duban.notification.unit;

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

  public Map<String, Unit> byCode() {
    return copies.all(Copies.Table.UNIT, Unit.class).stream()
        .collect(Collectors.toMap(Unit::code, Function.identity(), (one, other) -> one));
  }
}
