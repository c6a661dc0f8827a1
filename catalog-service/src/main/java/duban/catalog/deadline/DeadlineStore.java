package duban.catalog.deadline;

import duban.catalog.snapshot.Snapshot;
import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Writes deadlines, and tells of those that changed. What is finished is never made again. */
@ApplicationScoped
class DeadlineStore {
  /** As it is shown: the body, and what became of it. */
  static final String STANDING =
      """
      deadline.body || jsonb_strip_nulls(
        jsonb_build_object('version', deadline.version, 'status', deadline.status,
          'movedFrom', deadline.moved_from,
          'madeOn', (deadline.made_at AT TIME ZONE 'Asia/Shanghai')::date))
      """;

  /** Accepted or given up by status, or past with its count reached. Takes the day of today. */
  private static final String UNFINISHED =
      """
      NOT EXISTS (
        SELECT FROM progress p
        WHERE p.deadline_id = deadline.id
          AND (p.state IN ('ACCEPTED', 'CLOSED', 'UNMET', 'EXEMPT')
               OR deadline.due_on < ? AND p.counted >= (deadline.body->>'required')::int))
      """;

  private static final String RETURNING =
      "RETURNING deadline.id::text, deadline.version, " + STANDING;
  private static final String UPSERT =
      """
      INSERT INTO deadline (id, status, obligation_id, measure_id, unit_id, kind, title, period,
                            period_to, opens_on, due_on, version, body, made_at)
      SELECT (b->>'id')::uuid, 'ACTIVE', b->>'obligationId', b->>'measureId', b->'unit'->>'id',
             b->>'kind', b->>'title', b->>'period', (b->>'periodTo')::date, (b->>'opensOn')::date, (b->>'dueOn')::date,
             1 + coalesce((SELECT r.version FROM published_before r
                           WHERE r.topic = 'duban.deadlines' AND r.key = b->>'id'), 0), b, ?
      FROM unnest(?::text[]) AS given(t), LATERAL (SELECT t::jsonb OFFSET 0) AS x(b)
      ON CONFLICT (id) DO UPDATE
        SET status = 'ACTIVE', measure_id = excluded.measure_id, kind = excluded.kind,
            unit_id = excluded.unit_id, title = excluded.title, period = excluded.period,
            period_to = excluded.period_to, opens_on = excluded.opens_on,
            due_on = excluded.due_on,
            moved_from = CASE WHEN excluded.due_on = deadline.due_on THEN deadline.moved_from
                              ELSE deadline.due_on END,
            version = deadline.version + 1, body = excluded.body, made_at = excluded.made_at
        WHERE (deadline.status <> 'ACTIVE' OR deadline.body IS DISTINCT FROM excluded.body)
          AND
      """
          + UNFINISHED
          + "RETURNING deadline.id::text, deadline.version, coalesce(deadline.moved_from::text, '')";
  private static final String WITHDRAW =
      """
      UPDATE deadline SET status = 'WITHDRAWN', version = version + 1, made_at = ?
      WHERE id = ANY (?::uuid[]) AND status = 'ACTIVE' AND
      """
          + UNFINISHED
          + RETURNING;
  private static final String STANDING_OF =
      "SELECT id::text, version, "
          + STANDING
          + " FROM deadline"
          + " WHERE greatest(period_to, due_on) >= ? AND ";
  private static final String OPEN_BEFORE =
      "SELECT id::text, version, body FROM deadline"
          + " WHERE status = 'ACTIVE' AND greatest(period_to, due_on) < ? AND "
          + UNFINISHED
          + " AND ";

  private static final String OPEN =
      "SELECT id::text, version, body FROM deadline"
          + " WHERE id = ANY (?::uuid[]) AND status = 'ACTIVE' AND "
          + UNFINISHED;

  private final SnapshotStore snapshots;
  private final BusinessClock clock;

  DeadlineStore(SnapshotStore snapshots, BusinessClock clock) {
    this.snapshots = snapshots;
    this.clock = clock;
  }

  void lock() {
    snapshots.lock();
  }

  /** Those of the part that reach that day, as they stand. */
  List<Deadline> standing(Part part, LocalDate from) {
    var these = Stored.of(part);
    return deadlines(snapshots.rows(STANDING_OF + these.sql(), these.after(from)));
  }

  /** Those of the part that end before that day and are not finished yet. */
  List<Deadline> openBefore(Part part, LocalDate from, LocalDate today) {
    var these = Stored.of(part);
    return deadlines(snapshots.rows(OPEN_BEFORE + these.sql(), these.after(from, today)));
  }

  /** Whether it may still be made again. */
  boolean isOpen(UUID id, LocalDate today) {
    return !snapshots.rows(OPEN, List.of(id.toString()), today).isEmpty();
  }

  /** One as it is stored, and its JSON. */
  record Written(Deadline deadline, String body) {
    Written(Deadline deadline) {
      this(deadline, Snapshot.write(deadline));
    }
  }

  /** Makes these as far as they are not finished; returns those that changed. */
  List<Deadline> make(List<Written> made, LocalDate today) {
    if (made.isEmpty()) {
      return List.of();
    }
    Map<UUID, Written> byId = new HashMap<>();
    made.forEach(it -> byId.put(it.deadline().id(), it));
    var now = clock.now();
    var bodies = made.stream().map(Written::body).toList();
    var changed = snapshots.rows(UPSERT, now.atOffset(ZoneOffset.UTC), bodies, today);
    LocalDate on = LocalDate.ofInstant(now, BusinessClock.ZONE);
    Function<String, Written> of = id -> Objects.requireNonNull(byId.get(UUID.fromString(id)));
    return published(
        changed.stream().map(row -> standing(row, of.apply(row.id()).body(), on)).toList(),
        id -> of.apply(id).deadline());
  }

  /** As {@link #STANDING} shows it, without having it read back: many are made at once. */
  private static Snapshot standing(Snapshot row, String body, LocalDate madeOn) {
    String open = body.substring(0, body.length() - 1);
    String moved = row.json().isEmpty() ? "" : ",\"movedFrom\":\"" + row.json() + "\"";
    String shown =
        open
            + (",\"version\":" + row.version() + ",\"status\":\"ACTIVE\"")
            + moved
            + (",\"madeOn\":\"" + madeOn + "\"}");
    return new Snapshot(row.id(), row.version(), shown);
  }

  /** Withdraws these as far as they are not finished; returns those that it did withdraw. */
  List<Deadline> withdraw(Map<UUID, Deadline> gone, LocalDate today) {
    if (gone.isEmpty()) {
      return List.of();
    }
    var now = clock.now().atOffset(ZoneOffset.UTC);
    var ids = gone.keySet().stream().map(UUID::toString).toList();
    return published(
        snapshots.rows(WITHDRAW, now, ids, today),
        id -> Objects.requireNonNull(gone.get(UUID.fromString(id))));
  }

  private List<Deadline> published(List<Snapshot> changed, Function<String, Deadline> of) {
    snapshots.publish(changed, "duban.deadlines", "duban.deadline.v1");
    return changed.stream().map(row -> of.apply(row.id())).toList();
  }

  private static List<Deadline> deadlines(List<Snapshot> rows) {
    return new ArrayList<>(rows.stream().map(row -> row.body(Deadline.class)).toList());
  }
}
