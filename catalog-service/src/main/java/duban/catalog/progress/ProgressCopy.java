package duban.catalog.progress;

import duban.catalog.snapshot.SnapshotStore;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where deadlines stand, as status-service says it. */
@ApplicationScoped
public class ProgressCopy implements PanacheRepositoryBase<ProgressEntity, UUID> {
  private static final String KEEP =
      """
      INSERT INTO progress (deadline_id, version, state, counted) VALUES (?, ?, ?, ?)
      ON CONFLICT (deadline_id) DO UPDATE
        SET version = excluded.version, state = excluded.state, counted = excluded.counted
        WHERE progress.version < excluded.version
      """;

  private final SnapshotStore store;

  ProgressCopy(SnapshotStore store) {
    this.store = store;
  }

  /** What is known of these. */
  public Map<UUID, Progress> of(Collection<UUID> deadlines) {
    return list("deadlineId in ?1", deadlines).stream()
        .map(ProgressEntity::progress)
        .collect(Collectors.toMap(Progress::deadlineId, it -> it));
  }

  /** Keeps it if it is newer. */
  void keep(Progress progress) {
    store.run(
        KEEP, progress.deadlineId(), progress.version(), progress.state(), progress.counted());
  }
}
