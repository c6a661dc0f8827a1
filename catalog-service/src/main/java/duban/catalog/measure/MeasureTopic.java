package duban.catalog.measure;

import duban.catalog.snapshot.OwnedTopic;
import duban.catalog.snapshot.SnapshotStore;
import jakarta.inject.Singleton;

/** {@code duban.measures}, sent again or taken back. */
@Singleton
class MeasureTopic extends OwnedTopic {
  MeasureTopic(SnapshotStore snapshots) {
    super(
        snapshots,
        "duban.measures",
        "duban.measure.v1",
        "measure",
        "id",
        "body",
        row -> row.body(Measure.class).at(row.version()));
  }
}
