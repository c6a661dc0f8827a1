package duban.status.sight;

import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import duban.chassis.rights.Sight;
import duban.status.deadline.Deadline;
import duban.status.deadline.Ref;
import duban.status.listing.Clauses;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Which deadlines the caller sees, and with them their events, their progress and their lights. */
@ApplicationScoped
public class Sights {

  /** The operation whose row says who sees how far a deadline was carried out. */
  public static final String PROGRESS = "GET progress/{deadlineId}";

  /**
   * What anybody may see of a {@code deadline d}, where the office shows states. Of SUPERIOR and
   * PARTY units that is only the text, which is the catalog's, and a deputy is never named.
   */
  public static final String PUBLISHED =
      "EXISTS (SELECT FROM unit u WHERE u.id = d.unit_id AND u.kind IS DISTINCT FROM 'DEPUTY'"
          + " AND coalesce(u.relation, '') NOT IN ('SUPERIOR', 'PARTY', 'PERSON'))"
          + " AND EXISTS (SELECT FROM measure m WHERE m.id = d.measure_id AND m.open)";

  /** A group's matter is that of its members too. */
  private static final String OF_A_GROUP =
      "d.unit_id IN (SELECT g.id FROM unit g JOIN unit o ON g.members @> ARRAY[o.id]"
          + " WHERE o.code = ANY (?))";

  private static final Set<String> RELATIONS =
      Set.of("SUPERIOR", "OWN", "INTERNAL", "PEER", "DEPARTMENT", "GUIDED", "PARTY", "PERSON");

  private final Access access;
  private final AgroalDataSource database;

  Sights(Access access, AgroalDataSource database) {
    this.access = access;
    this.database = database;
  }

  /** Only those of a list over {@code deadline d} that the caller sees of the present operation. */
  public Clauses only(Clauses clauses) {
    return only(access.sight(), clauses);
  }

  private static Clauses only(Sight sight, Clauses clauses) {
    if (sight.everything()) {
      return clauses;
    }
    var seen = sight.condition("d.unit_code", "d.concerned", "d.supervisor", PUBLISHED);
    if (sight.own().isEmpty()) {
      return clauses.and(seen.text(), seen.values().toArray());
    }
    List<Object> values = new ArrayList<>(seen.values());
    values.add(sight.own());
    return clauses.and("(" + seen.text() + " OR " + OF_A_GROUP + ")", values.toArray());
  }

  /** The same of one that was read: seldom does it need the database. */
  public boolean sees(Deadline deadline) {
    return sees(access.sight(), deadline);
  }

  /** Whether the caller sees this deadline. What is not known nobody sees. */
  public boolean sees(UUID deadlineId) {
    return sees(access.sight(), deadlineId);
  }

  private boolean sees(Sight sight, UUID deadlineId) {
    return sight.everything()
        || !only(sight, new Clauses().equal("d.id", deadlineId))
            .rows(database, "SELECT true FROM deadline d", "d.id", 1, row -> true)
            .isEmpty();
  }

  /** Whether the caller sees everything, of whomever. */
  public boolean everything() {
    return access.sight().everything();
  }

  /** Whether the caller sees how far it was carried out, whatever is asked for now. */
  public boolean seesProgress(Deadline deadline) {
    return sees(access.sight(PROGRESS), deadline);
  }

  private boolean sees(Sight sight, Deadline deadline) {
    return sight.sees(concern(deadline), false) || sees(sight, deadline.id());
  }

  /** Whose matter a deadline is: all whom it names as theirs see it. */
  public static Concern concern(Deadline deadline) {
    Set<String> own = new TreeSet<>();
    Stream.concat(
            Stream.of(deadline.organiser(), deadline.addressee(), deadline.actor()),
            deadline.coHandlers().stream())
        .forEach(it -> add(own, it));
    return supervised(Concern.of(deadline.unit().codeOrId()), deadline).alsoOf(own);
  }

  /**
   * Whether the caller sees the colour: the table of relations says to whom it is shown.
   *
   * @param relation of the deadline's unit; empty if it is not known
   */
  public boolean seesLight(Deadline deadline, String relation) {
    Concern unit = Concern.of(deadline.unit().codeOrId());
    Ref organiser = deadline.organiser();
    return switch (relation) {
      // How a deputy does is known to who organises the deputies, and to nobody else.
      case "PERSON" ->
          organiser != null
              && access.may(
                  row(relation), new Concern(unit.units(), Set.of(organiser.codeOrId()), null));
      default -> access.may(row(relation), supervised(unit, deadline));
    };
  }

  /** A relation of a newer catalog is treated like the one that shows the least. */
  private static String row(String relation) {
    String known = relation.isEmpty() ? "OWN" : relation;
    return "LIGHT " + (RELATIONS.contains(known) ? known : "SUPERIOR");
  }

  static Concern supervised(Concern concern, Deadline deadline) {
    Ref supervisor = deadline.supervisor();
    return supervisor == null ? concern : concern.supervisedBy(supervisor.codeOrId());
  }

  static void add(Set<String> codes, @org.jspecify.annotations.Nullable Ref unit) {
    if (unit != null) {
      codes.add(unit.codeOrId());
    }
  }
}
