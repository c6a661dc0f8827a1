package duban.catalog.yearly;

import duban.catalog.snapshot.OwnedTopic;
import duban.catalog.snapshot.SnapshotStore;
import jakarta.inject.Singleton;

/** {@code duban.yearly-lists}, sent again or taken back. */
@Singleton
class SentListTopic extends OwnedTopic {
  SentListTopic(SnapshotStore snapshots) {
    super(
        snapshots,
        SentListStore.TOPIC,
        SentListStore.TYPE,
        "sent_list",
        "id::text",
        "body",
        SentListStore::published);
  }
}
