package duban.catalog.unit;

import duban.catalog.snapshot.SnapshotStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Writes units, and tells of those that changed. */
@ApplicationScoped
public class UnitStore {
  private static final String UPSERT =
      """
      INSERT INTO unit (id, code, name, aliases, kind, relation, superior_id, version, body, recorded_at)
      SELECT b->>'id', b->>'code', b->>'name',
             array_to_string(ARRAY(SELECT jsonb_array_elements_text(b->'aliases')), ' '),
             b->>'kind', b->>'relation', b->'superior'->>'id',
             1 + coalesce((SELECT r.version FROM published_before r
                           WHERE r.topic = 'duban.units' AND r.key = b->>'id'), 0), b, ?
      FROM unnest(?::text[]) WITH ORDINALITY AS given(t, n), LATERAL (SELECT t::jsonb OFFSET 0) AS x(b)
      ORDER BY n
      ON CONFLICT (id) DO UPDATE
        SET code = excluded.code, name = excluded.name, aliases = excluded.aliases,
            kind = excluded.kind, relation = excluded.relation, superior_id = excluded.superior_id,
            version = unit.version + 1, body = excluded.body, recorded_at = excluded.recorded_at
        WHERE unit.body IS DISTINCT FROM excluded.body
      RETURNING id, version, body
      """;
  private static final String FORGET_MEMBERS =
      """
      DELETE FROM unit_member m USING unit u
      WHERE u.id = m.group_id
        AND NOT jsonb_path_exists(u.body, '$.members[*] ? (@.id == $id)',
                                  jsonb_build_object('id', m.member_id))
      """;
  private static final String KEEP_MEMBERS =
      """
      INSERT INTO unit_member (group_id, member_id)
      SELECT u.id, m->>'id' FROM unit u, jsonb_array_elements(u.body->'members') AS m
      ON CONFLICT DO NOTHING
      """;

  private final SnapshotStore snapshots;

  UnitStore(SnapshotStore snapshots) {
    this.snapshots = snapshots;
  }

  /** Returns how many changed; the same again changes none. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int save(List<Unit> units) {
    var changed = snapshots.save(UPSERT, units);
    if (!changed.isEmpty()) {
      snapshots.run(FORGET_MEMBERS);
      snapshots.run(KEEP_MEMBERS);
    }
    snapshots.publish(
        changed, "duban.units", "duban.unit.v1", row -> row.body(Unit.class).at(row.version()));
    return changed.size();
  }
}
