package duban.catalog.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.outbox.Republished;
import duban.chassis.outbox.Returned;
import java.util.List;
import java.util.function.Function;

/**
 * Snapshots of one table that this service alone publishes, when Kafka was lost or this database
 * was.
 */
public abstract class OwnedTopic implements Republished, Returned {
  private static final int PAGE = 500;

  private final SnapshotStore snapshots;
  private final String topic;
  private final String type;
  private final String table;
  private final String key;
  private final String body;
  private final Function<Snapshot, ?> view;

  /**
   * @param key the column that is the record's key, as a text
   * @param body what is stored and published but for the version, in SQL
   */
  protected OwnedTopic(
      SnapshotStore snapshots,
      String topic,
      String type,
      String table,
      String key,
      String body,
      Function<Snapshot, ?> view) {
    this.snapshots = snapshots;
    this.topic = topic;
    this.type = type;
    this.table = table;
    this.key = key;
    this.body = body;
    this.view = view;
  }

  @Override
  public final String topic() {
    return topic;
  }

  @Override
  public final long republish() {
    long sent = 0;
    String after = "";
    for (List<Snapshot> page = page(after); !page.isEmpty(); page = page(after)) {
      snapshots.publish(page, topic, type, view);
      sent += page.size();
      after = page.get(page.size() - 1).id();
    }
    return sent;
  }

  private List<Snapshot> page(String after) {
    return snapshots.rows(
        "SELECT %2$s, version, %3$s FROM %1$s WHERE %2$s > ? ORDER BY %2$s LIMIT %4$d"
            .formatted(table, key, body, PAGE),
        after);
  }

  /** What was published later than this database remembers must not be taken for newer for good. */
  @Override
  public final void take(InboundRecord record) {
    snapshots.lock();
    ObjectNode seen = record.body(ObjectNode.class);
    String id = String.valueOf(record.key());
    int version = seen.path("version").asInt();
    List<Snapshot> stored =
        snapshots.rows(
            "SELECT %2$s, version, %3$s FROM %1$s WHERE %2$s = ?".formatted(table, key, body), id);
    if (stored.isEmpty()) {
      remember(id, version);
      gone(id, seen, version);
    } else if (stored.get(0).version() <= version) {
      raise(stored.get(0), seen, version);
    }
  }

  private void raise(Snapshot stored, JsonNode seen, int version) {
    ObjectNode before =
        Snapshot.read(
            new String(bytes(stored), java.nio.charset.StandardCharsets.UTF_8), ObjectNode.class);
    boolean same = before.put("version", version).equals(seen);
    int next = same ? version : version + 1;
    if (next > stored.version()) {
      var raised =
          snapshots.rows(
              "UPDATE %1$s SET version = ? WHERE %2$s = ? RETURNING %2$s, version, %3$s"
                  .formatted(table, key, body),
              next,
              stored.id());
      if (!same) {
        unsay(stored.id());
        snapshots.publish(raised, topic, type, view);
      }
    }
  }

  private byte[] bytes(Snapshot stored) {
    return duban.chassis.outbox.Outbox.bytes(view.apply(stored));
  }

  /** Publishes in the name of something that this database does not know. */
  protected final void publish(String id, int version, ObjectNode last) {
    unsay(id);
    snapshots.publish(
        List.of(new Snapshot(id, version, last.put("version", version).toString())),
        topic,
        type,
        row -> Snapshot.read(row.json(), JsonNode.class));
    remember(id, version);
  }

  /**
   * What waits to be said of it bears a version that Kafka has long passed, where more than one of
   * its versions was lost: only the newest is said.
   */
  private void unsay(String id) {
    snapshots.run("DELETE FROM outbox WHERE topic = ? AND key = ?", topic, id);
  }

  /** What this database does not know is made anew after this version, if ever. */
  private void remember(String id, int version) {
    snapshots.run(
        """
        INSERT INTO published_before (topic, key, version) VALUES (?, ?, ?)
        ON CONFLICT (topic, key) DO UPDATE
          SET version = greatest(published_before.version, excluded.version)
        """,
        topic,
        id,
        version);
  }

  /** It was published and is not there: what readers must know of that. */
  protected void gone(String id, ObjectNode last, int version) {
    // Nothing: staff make it again.
  }
}
