package duban.status.unit;

import duban.chassis.inbox.Heard;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import duban.chassis.sql.Columns;
import duban.status.snapshot.Snapshots;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The copies of the units. */
@ApplicationScoped
public class Units implements Reader<UnitCopy> {

  private static final String TOPIC = "duban.units";
  private static final String REPLACE =
      """
      INSERT INTO unit (id, version, code, members)
      SELECT id, version, code,
             ARRAY(SELECT member #>> '{}' FROM jsonb_path_query(CAST(body AS jsonb), '$.members[*].id') AS member)
      FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[]) AS h(id, version, code, body)
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, code = excluded.code,
        members = excluded.members
      WHERE unit.version < excluded.version
      """;
  private static final String MEANT =
      """
      SELECT id FROM unit WHERE id = ?1 OR code = ?1
      UNION SELECT unnest(members) FROM unit WHERE id = ?1 OR code = ?1
      UNION SELECT unit_id FROM deadline WHERE unit_id = ?1 OR unit_code = ?1
      """;

  private final EntityManager database;
  private final AgroalDataSource jdbc;
  private final Snapshots snapshots;

  Units(EntityManager database, AgroalDataSource jdbc, Snapshots snapshots) {
    this.database = database;
    this.jdbc = jdbc;
    this.snapshots = snapshots;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public String type() {
    return "duban.unit.v1";
  }

  @Override
  public UnitCopy parse(InboundRecord record) {
    UnitCopy unit = record.body(UnitCopy.class);
    if (unit.id() == null || unit.version() < 1) {
      throw new UnacceptableRecord(Reason.UNREADABLE, "A unit has an id and a version");
    }
    return unit;
  }

  @Override
  public void apply(List<Heard<UnitCopy>> batch) {
    List<Heard<UnitCopy>> kept = snapshots.keep(batch, UnitCopy::key, UnitCopy::version);
    try (var connection = jdbc.getConnection();
        var replace = connection.prepareStatement(REPLACE)) {
      Columns.of(replace, Heard.newest(kept, UnitCopy::key, UnitCopy::version))
          .text(it -> it.body().id())
          .add("int8", it -> it.body().version())
          .text(it -> it.body().code())
          .text(it -> Snapshots.json(it.record()));
      replace.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The units cannot be kept", e);
    }
  }

  /**
   * The ids of the units that a filter means: the one with this id or code and, if it is a group,
   * its members. Empty without a filter; a 400 problem if others are known, but nobody by it.
   */
  public Optional<Set<String>> meant(String parameter, @Nullable String idOrCode) {
    return Parameter.text(parameter, idOrCode).map(it -> meantBy(parameter, it));
  }

  private Set<String> meantBy(String parameter, String idOrCode) {
    Set<String> ids = new HashSet<>();
    for (Object id : database.createNativeQuery(MEANT).setParameter(1, idOrCode).getResultList()) {
      ids.add((String) id);
    }
    if (ids.isEmpty() && !somebodyIsKnown()) {
      return Set.of(idOrCode); // everything may be on its way
    }
    if (ids.isEmpty()) {
      throw Problems.badRequest(
          "invalid-parameter",
          parameter
              + " is '"
              + idOrCode
              + "'; give the id or code of a unit or of a group, or ask again in two seconds if it"
              + " was made just now",
          parameter);
    }
    return ids;
  }

  private boolean somebodyIsKnown() {
    return (Boolean)
        database.createNativeQuery("SELECT EXISTS (SELECT FROM unit)").getSingleResult();
  }

  /** Whether nobody gives orders to the unit with this id, over {@code moment.at}. */
  public static String superior(String id) {
    return "coalesce((SELECT u.body ->> 'relation' = 'SUPERIOR' FROM snapshot u WHERE u.topic = '"
        + TOPIC
        + "' AND u.key = "
        + id
        + " AND u.heard_at <= moment.at ORDER BY u.version DESC LIMIT 1), false)";
  }

  /** The ids of those to whom nobody gives orders, as known at that moment. */
  public Set<String> superiorsKnownAt(Instant moment) {
    return snapshots.keysKnownAt(TOPIC, moment, "relation", "SUPERIOR");
  }
}
