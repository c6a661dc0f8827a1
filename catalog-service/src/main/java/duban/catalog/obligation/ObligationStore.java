package duban.catalog.obligation;

import duban.catalog.snapshot.SnapshotStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Writes obligations. They are not published: deadlines carry all that follows from them. */
@ApplicationScoped
public class ObligationStore {
  private static final String UPSERT =
      """
      INSERT INTO obligation (id, measure_id, kind, strength, title, in_force_from, version, body,
                              recorded_at)
      SELECT b->>'id', b->>'measureId', b->'rule'->>'kind', b->>'strength', b->>'title',
             (b->>'inForceFrom')::date, 1, b, ?
      FROM unnest(?::text[]) AS given(t), LATERAL (SELECT t::jsonb OFFSET 0) AS x(b)
      ORDER BY 1
      ON CONFLICT (id) DO UPDATE
        SET measure_id = excluded.measure_id, kind = excluded.kind, strength = excluded.strength,
            title = excluded.title, in_force_from = excluded.in_force_from,
            version = obligation.version + 1, body = excluded.body,
            recorded_at = excluded.recorded_at
        WHERE obligation.body IS DISTINCT FROM excluded.body
      RETURNING id, version, body
      """;

  /** JDBC takes a lone question mark for a parameter; two are PostgreSQL's operator. */
  private static final String FORGET_UNITS =
      """
      DELETE FROM obligation_unit ou USING obligation o
      WHERE o.id = ou.obligation_id AND NOT o.body->'who'->'responsible' ?? ou.unit_id
      """;

  private static final String KEEP_UNITS =
      """
      INSERT INTO obligation_unit (obligation_id, unit_id)
      SELECT o.id, u.id
      FROM obligation o, jsonb_array_elements_text(o.body->'who'->'responsible') AS named(id)
           JOIN unit u ON u.id = named.id
      ON CONFLICT DO NOTHING
      """;

  private final SnapshotStore snapshots;

  ObligationStore(SnapshotStore snapshots) {
    this.snapshots = snapshots;
  }

  /** Returns how many changed; the same again changes none. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int save(List<Obligation> obligations) {
    int changed = snapshots.save(UPSERT, obligations).size();
    if (changed > 0) {
      snapshots.run(FORGET_UNITS);
      snapshots.run(KEEP_UNITS);
    }
    return changed;
  }
}
