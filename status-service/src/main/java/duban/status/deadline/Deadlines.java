package duban.status.deadline;

import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.chassis.problem.Problems;
import duban.status.snapshot.Snapshots;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The copies of the deadlines. */
@ApplicationScoped
public class Deadlines implements Reader, PanacheRepositoryBase<DeadlineRow, UUID> {

  private static final String TOPIC = "duban.deadlines";
  private static final String REPLACE =
      """
      INSERT INTO deadline (id, version, status, measure_id, obligation_id, unit_id, unit_code, kind,
                            period, opens_on, title, body)
      SELECT ?1, ?2, ?3, ?4, b ->> 'obligationId', b -> 'unit' ->> 'id', b -> 'unit' ->> 'code',
             b ->> 'kind', b ->> 'period', CAST(b ->> 'opensOn' AS date), b ->> 'title', b
      FROM (SELECT CAST(?5 AS jsonb) AS b) snapshot
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, status = excluded.status,
        measure_id = excluded.measure_id, obligation_id = excluded.obligation_id,
        unit_id = excluded.unit_id, unit_code = excluded.unit_code, kind = excluded.kind,
        period = excluded.period, opens_on = excluded.opens_on, title = excluded.title,
        body = excluded.body
      WHERE deadline.version < excluded.version
      RETURNING xmax = 0
      """;

  private final Snapshots snapshots;
  private final DeadlineChanged follower;

  Deadlines(Snapshots snapshots, DeadlineChanged follower) {
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
  public void read(InboundRecord record) {
    Deadline deadline = record.body(Deadline.class);
    if (!whole(deadline)) {
      throw new UnacceptableRecord(
          Reason.UNREADABLE,
          "A deadline has id, version, status, measureId, title, kind, unit, opensOn and dueOn");
    }
    String key = deadline.id().toString();
    if (snapshots.keep(record, key, deadline.version())) {
      replace(deadline, record).forEach(isNew -> follower.changed(deadline, isNew));
      // Every query looks through all entities of the transaction for changes: in a batch of
      // hundreds of records that would be most of the work.
      getEntityManager().flush();
      getEntityManager().clear();
    }
  }

  /** Whether it was inserted; empty if a newer one is known. */
  private List<Boolean> replace(Deadline deadline, InboundRecord record) {
    List<?> inserted =
        getEntityManager()
            .createNativeQuery(REPLACE)
            .setParameter(1, deadline.id())
            .setParameter(2, deadline.version())
            .setParameter(3, deadline.status())
            .setParameter(4, deadline.measureId())
            .setParameter(5, Snapshots.json(record))
            .getResultList();
    return inserted.stream().map(Boolean.class::cast).toList();
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

  /** As it is now, or the problem to answer: it may only not have been heard of yet. */
  public Deadline known(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> notKnown(id)).deadline();
  }

  /** The measure that it belongs to, without loading the row. */
  public String measureOf(UUID id) {
    return getEntityManager()
        .createQuery("select measureId from DeadlineRow where id = ?1", String.class)
        .setParameter(1, id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> notKnown(id));
  }

  /** As it was known at that moment. */
  public Deadline knownAt(UUID id, Instant moment) {
    return snapshots
        .knownAt(TOPIC, id.toString(), moment, Deadline.class)
        .orElseThrow(() -> notKnown(id));
  }

  /**
   * The same, by nothing older than this version: while lost copies are read again an old rule
   * would judge wrongly.
   */
  public Deadline known(UUID id, long atLeast) {
    Deadline deadline = known(id);
    if (deadline.version() < atLeast) {
      throw notKnown(id);
    }
    return deadline;
  }

  private static RuntimeException notKnown(UUID id) {
    return Problems.of(
        404,
        "deadline-not-known",
        "Not found",
        "deadlineId is "
            + id
            + ": no such deadline has been heard of yet; give the id of a deadline of the catalog,"
            + " or ask again in two seconds if it was made just now",
        Map.of("field", "deadlineId"),
        Map.of("Retry-After", "2"));
  }
}
