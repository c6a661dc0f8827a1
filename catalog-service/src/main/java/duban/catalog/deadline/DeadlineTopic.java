package duban.catalog.deadline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.snapshot.OwnedTopic;
import duban.catalog.snapshot.SnapshotStore;
import jakarta.inject.Singleton;

/** {@code duban.deadlines}, sent again or taken back. */
@Singleton
class DeadlineTopic extends OwnedTopic {
  DeadlineTopic(SnapshotStore snapshots) {
    super(
        snapshots,
        "duban.deadlines",
        "duban.deadline.v1",
        "deadline",
        "id::text",
        DeadlineStore.STANDING,
        row -> row.body(Deadline.class));
  }

  /** Whoever reads it must not wait for it; if its rule makes it again, it is active again. */
  @Override
  protected void gone(String id, ObjectNode last, int version) {
    if (!"WITHDRAWN".equals(last.path("status").asText())) {
      publish(id, version + 1, last.put("status", DeadlineStatus.WITHDRAWN.name()));
    }
  }
}
