package duban.catalog.deadline;

import duban.catalog.snapshot.Snapshot;
import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes deadlines, and tells of those that changed. What is past is never made again. */
@ApplicationScoped
class DeadlineStore {
  private static final String STANDING =
      """
      RETURNING deadline.id::text, deadline.version, deadline.body || jsonb_strip_nulls(
        jsonb_build_object('version', deadline.version, 'status', deadline.status,
          'movedFrom', deadline.moved_from,
          'madeOn', (deadline.made_at AT TIME ZONE 'Asia/Shanghai')::date))
      """;
  private static final String UPSERT =
      """
      INSERT INTO deadline (id, status, obligation_id, measure_id, unit_id, kind, title, period,
                            opens_on, due_on, version, body, made_at)
      SELECT (b->>'id')::uuid, 'ACTIVE', b->>'obligationId', b->>'measureId', b->'unit'->>'id',
             b->>'kind', b->>'title', b->>'period', (b->>'opensOn')::date, (b->>'dueOn')::date,
             1, b, ?
      FROM unnest(?::text[]) AS given(t), LATERAL (SELECT t::jsonb) AS x(b)
      ORDER BY 1
      ON CONFLICT (id) DO UPDATE
        SET status = 'ACTIVE', measure_id = excluded.measure_id, kind = excluded.kind,
            unit_id = excluded.unit_id, title = excluded.title, opens_on = excluded.opens_on,
            due_on = excluded.due_on,
            moved_from = CASE WHEN excluded.due_on = deadline.due_on THEN deadline.moved_from
                              ELSE deadline.due_on END,
            version = deadline.version + 1, body = excluded.body, made_at = excluded.made_at
        WHERE deadline.due_on >= ?
          AND (deadline.status <> 'ACTIVE' OR deadline.body IS DISTINCT FROM excluded.body)
      """
          + STANDING;
  private static final String WITHDRAW =
      """
      UPDATE deadline SET status = 'WITHDRAWN', version = version + 1, made_at = ?
      WHERE status = 'ACTIVE' AND due_on >= ? AND period = ANY (?) AND NOT id::text = ANY (?)
      """
          + STANDING;

  private final SnapshotStore snapshots;
  private final BusinessClock clock;

  DeadlineStore(SnapshotStore snapshots, BusinessClock clock) {
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /** Two replicas would otherwise wait for each other's rows in two orders. */
  void lock() {
    snapshots.lock("schedule");
  }

  /**
   * Makes these the deadlines of the periods, as far as they are not past.
   *
   * @return how many changed; the same again changes none
   */
  int save(List<Deadline> made, List<String> periods, LocalDate today) {
    var now = clock.now().atOffset(ZoneOffset.UTC);
    var ids = made.stream().map(deadline -> deadline.id().toString()).toList();
    List<Snapshot> changed = new ArrayList<>();
    changed.addAll(
        snapshots.change(UPSERT, now, made.stream().map(Snapshot::write).toList(), today));
    changed.addAll(snapshots.change(WITHDRAW, now, today, periods, ids));
    snapshots.publish(
        changed, "duban.deadlines", "duban.deadline.v1", row -> row.body(Deadline.class));
    return changed.size();
  }
}
