package duban.catalog.occasion;

import duban.catalog.snapshot.SnapshotStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Writes occasions. They are not published: deadlines carry all that follows from them. */
@ApplicationScoped
public class OccasionStore {
  private static final String UPSERT =
      """
      INSERT INTO occasion (id, type, happens_on, year, unit_id, follows, cancelled, untouched, version,
                            body, recorded_at)
      SELECT (b->>'id')::uuid, b->>'type', (b->>'date')::date, (b->>'year')::integer, b->>'unit',
             (b->>'follows')::uuid, (b->>'cancelled')::boolean, %s, 1, b, ?
      FROM unnest(?::text[]) AS given(t), LATERAL (SELECT t::jsonb OFFSET 0) AS x(b)
      ORDER BY 1
      ON CONFLICT (id) DO UPDATE
        SET happens_on = excluded.happens_on, year = excluded.year, follows = excluded.follows,
            cancelled = excluded.cancelled, untouched = excluded.untouched,
            version = occasion.version + 1, body = excluded.body, recorded_at = excluded.recorded_at
        WHERE occasion.body IS DISTINCT FROM excluded.body
      RETURNING id::text, version, body
      """;

  private final SnapshotStore snapshots;

  OccasionStore(SnapshotStore snapshots) {
    this.snapshots = snapshots;
  }

  /** Returns how many changed; the same again changes none. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int save(List<Occasion> occasions) {
    return save(occasions.stream().map(Kept::of).toList(), false);
  }

  /**
   * @param untouched whether the service makes them, and not staff
   */
  int save(List<Kept> occasions, boolean untouched) {
    return occasions.isEmpty() ? 0 : snapshots.save(UPSERT.formatted(untouched), occasions).size();
  }
}
