package duban.catalog.yearly;

import duban.catalog.snapshot.Snapshot;
import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Writes lists that are sent, once, and tells of them. */
@ApplicationScoped
class SentListStore {
  static final String TOPIC = "duban.yearly-lists";
  static final String TYPE = "duban.yearly-list.v1";

  private static final String INSERT =
      """
      INSERT INTO sent_list (id, sending_id, year, unit_id, sent_on, version, body, recorded_at)
      SELECT (b->>'id')::uuid, ?, (b->>'year')::integer, b->'unit'->>'id', (b->>'sentOn')::date,
             1 + coalesce((SELECT r.version FROM published_before r
                           WHERE r.topic = '%s' AND r.key = b->>'id'), 0), b, ?
      FROM unnest(?::text[]) AS given(t), LATERAL (SELECT t::jsonb OFFSET 0) AS x(b)
      ORDER BY 1
      RETURNING id::text, version, body
      """
          .formatted(TOPIC);

  private final SnapshotStore snapshots;
  private final BusinessClock clock;

  SentListStore(SnapshotStore snapshots, BusinessClock clock) {
    this.snapshots = snapshots;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void save(UUID sending, List<SentList> lists) {
    var texts = lists.stream().map(Snapshot::write).toList();
    var sent = snapshots.rows(INSERT, sending, clock.now().atOffset(ZoneOffset.UTC), texts);
    snapshots.publish(sent, TOPIC, TYPE, SentListStore::published);
  }

  static SentList published(Snapshot row) {
    return row.body(SentList.class).at(row.version());
  }
}
