package duban.catalog.measure;

import duban.catalog.snapshot.SnapshotStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

/** Tells of measures how open they are, which an earlier release did not. */
@ApplicationScoped
class OpennessAtStart {
  private final SnapshotStore snapshots;
  private final MeasureStore measures;

  OpennessAtStart(SnapshotStore snapshots, MeasureStore measures) {
    this.snapshots = snapshots;
    this.measures = measures;
  }

  // After the first start has loaded a catalogue (100).
  @Transactional
  void onStart(@Observes @Priority(200) StartupEvent event) {
    snapshots.lock();
    measures.follow();
  }
}
