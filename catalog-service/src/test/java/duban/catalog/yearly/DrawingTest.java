package duban.catalog.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import duban.catalog.rights.TrueTable;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitRepository;
import duban.catalog.yearly.YearlyList.Item;
import duban.catalog.yearly.YearlyList.OfUnit;
import duban.chassis.identity.Caller;
import duban.chassis.rights.Access;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is drawn up once for many readers says to each what he would have read alone. */
@QuarkusTest
class DrawingTest extends TrueTable {
  private static final int EACH = 20;
  private static final int YEAR = 2028;

  @Inject YearlyLists lists;
  @Inject UnitRepository units;
  @Inject Access access;

  @Test
  @TestTransaction
  void eachUnitReadsTheSameAsItWouldAlone() {
    List<UnitRef> all = units.all().all().stream().map(Unit::ref).toList();
    Drawing drawing = lists.drawing(YEAR);
    List<Item> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      UnitRef unit = all.get(i);
      // To draw up a list alone takes long: of the other district each, of the rest one in twenty.
      if (i % EACH == 0 || unit.code().startsWith("HD")) {
        Optional<OfUnit> drawn = access.asSeenBy(reader(unit), () -> drawn(drawing, unit));
        assertThat(drawn).as(unit.code()).isEqualTo(alone(unit));
        drawn.ifPresent(it -> rows.addAll(it.items()));
      }
    }
    assertThat(rows).hasSizeGreaterThan(30);
    // A deputy's own, what a deputy handles beside others, and what an internal document lays down.
    assertThat(rows).extracting(Item::obligationId).contains("h-person", "h-beside", "h-inner");
    assertThat(rows)
        .filteredOn(it -> it.obligationId().equals("h-inner"))
        .allSatisfy(it -> assertThat(it.basis()).isNull());
  }

  private static Caller reader(UnitRef unit) {
    return SentListEdits.readerOf(unit);
  }

  private Optional<OfUnit> drawn(Drawing drawing, UnitRef unit) {
    return lists.of(drawing, unit, YearlyListsResource.ONE);
  }

  private Optional<OfUnit> alone(UnitRef unit) {
    return access
        .asSeenBy(reader(unit), () -> lists.of(YEAR, unit.id(), YearlyListsResource.ONE))
        .units()
        .stream()
        .filter(it -> unit.equals(it.unit()))
        .findFirst();
  }
}
