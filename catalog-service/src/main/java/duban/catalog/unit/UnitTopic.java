package duban.catalog.unit;

import duban.catalog.snapshot.OwnedTopic;
import duban.catalog.snapshot.SnapshotStore;
import jakarta.inject.Singleton;

/** {@code duban.units}, sent again or taken back. */
@Singleton
class UnitTopic extends OwnedTopic {
  UnitTopic(SnapshotStore snapshots) {
    super(
        snapshots,
        "duban.units",
        "duban.unit.v1",
        "unit",
        "id",
        "body",
        row -> row.body(Unit.class).at(row.version()));
  }
}
