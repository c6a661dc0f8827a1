package duban.catalog.deadline;

import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Units of which nothing matters but what they are called and who belongs to them. */
final class Bodies {
  private Bodies() {}

  static Unit one(String code) {
    return unit(code, null, null);
  }

  static Unit group(String code, Unit... members) {
    return unit(code, null, null, members);
  }

  static Unit ended(String code, Unit successor, LocalDate on) {
    return unit(code, successor, on);
  }

  private static Unit unit(
      String code, @Nullable Unit successor, @Nullable LocalDate endedOn, Unit... members) {
    return new Unit(
        code,
        null,
        code,
        code,
        UnitKind.BODY,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Stream.of(members).map(Unit::ref).toList(),
        Map.of(),
        successor == null ? null : successor.ref(),
        endedOn,
        null,
        false);
  }
}
