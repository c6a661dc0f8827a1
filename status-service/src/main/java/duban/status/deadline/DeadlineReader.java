package duban.status.deadline;

import duban.chassis.inbox.Heard;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.chassis.sql.Columns;
import duban.status.snapshot.Snapshots;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps the copies of the deadlines. */
@ApplicationScoped
class DeadlineReader implements Reader<Deadline> {

  static final String TOPIC = "duban.deadlines";

  private static final String REPLACE =
      """
      INSERT INTO deadline (id, version, status, measure_id, obligation_id, unit_id, unit_code, kind,
                            period, opens_on, title, body)
      SELECT id, version, status, measure_id, obligation_id, unit_id, unit_code, kind, period, opens_on,
             title, CAST(body AS jsonb)
      FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::date[], ?::text[], ?::text[])
        AS h(id, version, status, measure_id, obligation_id, unit_id, unit_code, kind, period, opens_on,
             title, body)
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, status = excluded.status,
        measure_id = excluded.measure_id, obligation_id = excluded.obligation_id,
        unit_id = excluded.unit_id, unit_code = excluded.unit_code, kind = excluded.kind,
        period = excluded.period, opens_on = excluded.opens_on, title = excluded.title,
        body = excluded.body
      WHERE deadline.version < excluded.version
      RETURNING id, xmax = 0
      """;

  private final AgroalDataSource database;
  private final Snapshots snapshots;
  private final DeadlineChanged follower;

  DeadlineReader(AgroalDataSource database, Snapshots snapshots, DeadlineChanged follower) {
    this.database = database;
    this.snapshots = snapshots;
    this.follower = follower;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public String type() {
    return "duban.deadline.v1";
  }

  @Override
  public Deadline parse(InboundRecord record) {
    Deadline deadline = record.body(Deadline.class);
    if (!whole(deadline)) {
      throw new UnacceptableRecord(
          Reason.UNREADABLE,
          "A deadline has id, version, status, measureId, title, kind, unit, opensOn and dueOn");
    }
    return deadline;
  }

  @Override
  public void apply(List<Heard<Deadline>> batch) {
    List<Heard<Deadline>> kept = snapshots.keep(batch, it -> it.id().toString(), Deadline::version);
    follower.changed(replace(Heard.newest(kept, Deadline::id, Deadline::version)));
  }

  /** Those that are newer than what was known, and whether nothing was known. */
  private Map<Deadline, Boolean> replace(Collection<Heard<Deadline>> newest) {
    try (var connection = database.getConnection();
        var upsert = connection.prepareStatement(REPLACE)) {
      Columns.of(upsert, newest)
          .add("uuid", it -> it.body().id())
          .add("int8", it -> it.body().version())
          .text(it -> it.body().status())
          .text(it -> it.body().measureId())
          .text(it -> it.body().obligationId())
          .text(it -> it.body().unit().id())
          .text(it -> it.body().unit().code())
          .text(it -> it.body().kind())
          .text(it -> it.body().period())
          .add("date", it -> it.body().opensOn())
          .text(it -> it.body().title())
          .text(it -> Snapshots.json(it.record()));
      Map<UUID, Boolean> isNew = new HashMap<>();
      try (var rows = upsert.executeQuery()) {
        while (rows.next()) {
          isNew.put(rows.getObject(1, UUID.class), rows.getBoolean(2));
        }
      }
      return newest.stream()
          .map(Heard::body)
          .filter(it -> isNew.containsKey(it.id()))
          .collect(Collectors.toMap(it -> it, it -> isNew.get(it.id())));
    } catch (SQLException e) {
      throw new IllegalStateException("The deadlines cannot be kept", e);
    }
  }

  private static boolean whole(Deadline deadline) {
    return deadline.version() > 0
        && deadline.unit() != null
        && Stream.of(
                deadline.id(),
                deadline.status(),
                deadline.measureId(),
                deadline.title(),
                deadline.kind(),
                deadline.unit().id(),
                deadline.opensOn(),
                deadline.dueOn())
            .allMatch(Objects::nonNull);
  }
}
