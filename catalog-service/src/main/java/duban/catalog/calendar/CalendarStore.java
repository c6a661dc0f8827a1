package duban.catalog.calendar;

import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.calendar.CalendarYear;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Writes calendars, and tells of those that changed. */
@ApplicationScoped
public class CalendarStore {
  private static final String UPSERT =
      """
      INSERT INTO calendar (year, provisional, version, body, recorded_at)
      SELECT (b->>'year')::int, (b->>'provisional')::boolean,
             1 + coalesce((SELECT r.version FROM published_before r
                           WHERE r.topic = 'duban.calendars' AND r.key = b->>'year'), 0), b, ?
      FROM unnest(?::text[]) AS given(t), LATERAL (SELECT t::jsonb OFFSET 0) AS x(b)
      ORDER BY 1
      ON CONFLICT (year) DO UPDATE
        SET provisional = excluded.provisional, version = calendar.version + 1,
            body = excluded.body, recorded_at = excluded.recorded_at
        WHERE calendar.body IS DISTINCT FROM excluded.body
      RETURNING year::text, version, body
      """;

  private final SnapshotStore snapshots;

  CalendarStore(SnapshotStore snapshots) {
    this.snapshots = snapshots;
  }

  /** Returns how many changed; the same again changes none. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int save(List<CalendarYear> years) {
    var changed = snapshots.save(UPSERT, years);
    snapshots.publish(
        changed,
        "duban.calendars",
        "duban.calendar.v1",
        row -> row.body(CalendarYear.class).at(row.version()));
    return changed.size();
  }
}
