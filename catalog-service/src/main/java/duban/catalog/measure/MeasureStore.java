package duban.catalog.measure;

import duban.catalog.document.Hanging;
import duban.catalog.document.PrintedItem;
import duban.catalog.snapshot.Snapshot;
import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.List;

/** Writes measures with their conferences and topics, and tells of those that changed. */
@ApplicationScoped
public class MeasureStore implements Hanging {
  private static final String CONFERENCE =
      "INSERT INTO conference (document_id, id, name, year) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String TOPIC =
      "INSERT INTO topic (document_id, id, name, position) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String UPSERT =
      """
      INSERT INTO measure (id, document_id, conference_id, topic_id, ordinal, line, text,
                           flags, version, body, recorded_at)
      SELECT b->>'id', b->>'documentId', b->'conference'->>'id', b->'topic'->>'id',
             (b->>'ordinal')::int, (b->>'line')::int, b->>'text',
             array_to_string(ARRAY(SELECT jsonb_array_elements_text(b->'flags')), ' '),
             1 + coalesce((SELECT r.version FROM published_before r
                           WHERE r.topic = 'duban.measures' AND r.key = b->>'id'), 0), b, ?
      FROM unnest(?::text[]) WITH ORDINALITY AS given(t, n),
           LATERAL (SELECT t::jsonb || jsonb_build_object('openness',
                      (SELECT d.openness FROM document d WHERE d.id = t::jsonb->>'documentId')))
             AS x(b)
      ORDER BY n
      ON CONFLICT (id) DO UPDATE
        SET line = excluded.line, text = excluded.text, flags = excluded.flags,
            version = measure.version + 1, body = excluded.body,
            recorded_at = excluded.recorded_at
        WHERE measure.body IS DISTINCT FROM excluded.body
      RETURNING id, version, body
      """;

  private static final String FOLLOW =
      """
      UPDATE measure SET body = measure.body || jsonb_build_object('openness', d.openness),
                         version = measure.version + 1, recorded_at = ?
      FROM document d
      WHERE d.id = measure.document_id AND measure.body->>'openness' IS DISTINCT FROM d.openness
      RETURNING measure.id, measure.version, measure.body
      """;

  private final SnapshotStore snapshots;
  private final BusinessClock clock;

  MeasureStore(SnapshotStore snapshots, BusinessClock clock) {
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /** Returns how many measures changed; the same again changes none. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int save(String documentId, List<PrintedItem> items) {
    items.stream()
        .map(PrintedItem::conference)
        .distinct()
        .forEach(it -> conference(documentId, it.id(), it.name(), it.year()));
    items.stream()
        .map(PrintedItem::topic)
        .distinct()
        .forEach(it -> topic(documentId, it.id(), it.name(), it.position()));
    return save(items.stream().map(item -> Measure.of(documentId, item)).toList());
  }

  void conference(String documentId, String id, String name, int year) {
    snapshots.run(CONFERENCE, documentId, id, name, year);
  }

  void topic(String documentId, String id, String name, int position) {
    snapshots.run(TOPIC, documentId, id, name, position);
  }

  /** Of conferences and topics that are there. Returns how many changed. */
  @Transactional(Transactional.TxType.MANDATORY)
  int save(List<Measure> measures) {
    return published(snapshots.save(UPSERT, measures));
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void follow() {
    published(snapshots.rows(FOLLOW, clock.now().atOffset(ZoneOffset.UTC)));
  }

  private int published(List<Snapshot> changed) {
    snapshots.publish(
        changed,
        "duban.measures",
        "duban.measure.v1",
        row -> row.body(Measure.class).at(row.version()));
    return changed.size();
  }
}
