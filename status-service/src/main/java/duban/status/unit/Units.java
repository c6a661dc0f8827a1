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
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The copies of the units. */
@ApplicationScoped
public class Units implements Reader<UnitCopy> {

  static final String TOPIC = "duban.units";
  private static final String REPLACE =
      """
      INSERT INTO unit (id, version, code, members, superior_id, kind, relation)
      SELECT id, version, code,
             CASE WHEN members IS NULL THEN '{}'
                  ELSE ARRAY(SELECT jsonb_array_elements_text(CAST(members AS jsonb))) END,
             superior_id, kind, relation
      FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        AS h(id, version, code, members, superior_id, kind, relation)
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, code = excluded.code,
        members = excluded.members, superior_id = excluded.superior_id, kind = excluded.kind,
        relation = excluded.relation
      WHERE unit.version < excluded.version
      """;
  private static final String MEANT =
      """
      SELECT unnest(ARRAY[id] || members) FROM unit WHERE id = ? OR code = ?
      UNION (SELECT unit_id FROM deadline WHERE unit_id = ? LIMIT 1)
      UNION SELECT unit_id FROM deadline WHERE unit_code = ?
      """;

  /** Codes of those who form the group whose id follows; none of any other unit. */
  public static final String MEMBERS_OF =
      "SELECT coalesce(o.code, o.id) FROM unit g JOIN unit o ON o.id = ANY (g.members)"
          + " WHERE g.id = ";

  private static final int NAMED = 4;

  private final AgroalDataSource database;
  private final Snapshots snapshots;

  Units(AgroalDataSource database, Snapshots snapshots) {
    this.database = database;
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
    try (var connection = database.getConnection();
        var replace = connection.prepareStatement(REPLACE)) {
      Columns.of(replace, Heard.newest(kept, UnitCopy::key, UnitCopy::version))
          .text(it -> it.body().id())
          .add("int8", it -> it.body().version())
          .text(it -> it.body().code())
          .text(it -> it.body().memberIds())
          .text(it -> it.body().superiorId())
          .text(it -> it.body().kind())
          .text(it -> it.body().relation());
      replace.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The units cannot be kept", e);
    }
  }

  /**
   * The ids of the units that a filter means: the one with this id or code and, if it is a group,
   * its members. Empty without a filter; a 400 problem if others are known, but nobody by it.
   *
   * @param everything whether the caller sees everything: to others what is unknown must be as what
   *     is hidden, of which there is nothing
   */
  public Optional<Set<String>> meant(
      String parameter, @Nullable String idOrCode, boolean everything) {
    return Parameter.text(parameter, idOrCode).map(it -> meantBy(parameter, it, everything));
  }

  private Set<String> meantBy(String parameter, String idOrCode, boolean everything) {
    Set<String> ids = named(idOrCode);
    if (ids.isEmpty() && (!everything || !somebodyIsKnown())) {
      return Set.of(idOrCode); // it may be on its way
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

  private Set<String> named(String idOrCode) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(MEANT)) {
      for (int i = 1; i <= NAMED; i++) {
        select.setString(i, idOrCode);
      }
      Set<String> ids = new HashSet<>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("The units cannot be read", e);
    }
  }

  /** Codes of those who form a group; empty of any other unit. */
  public Set<String> members(String id) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(MEMBERS_OF + "?")) {
      select.setString(1, id);
      Set<String> codes = new HashSet<>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          codes.add(rows.getString(1));
        }
      }
      return codes;
    } catch (SQLException e) {
      throw new IllegalStateException("The units cannot be read", e);
    }
  }

  private boolean somebodyIsKnown() {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement("SELECT EXISTS (SELECT FROM unit)");
        var row = select.executeQuery()) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException("The units cannot be read", e);
    }
  }

  /** How the unit with this id may be spoken to, over {@code moment.at}; null if not known. */
  public static String relation(String id) {
    return "(SELECT u.body ->> 'relation' FROM snapshot u WHERE u.topic = '"
        + TOPIC
        + "' AND u.key = "
        + id
        + " AND u.heard_at <= moment.at ORDER BY u.version DESC LIMIT 1)";
  }

  /** The same of all units, by id, as known at that moment. */
  public Map<String, String> relationsKnownAt(Instant moment) {
    return snapshots.fieldKnownAt(TOPIC, moment, "relation");
  }
}
