package duban.catalog.unit;

import duban.catalog.rights.Seen;
import duban.catalog.snapshot.Snapshot;
import duban.catalog.snapshot.UnitRef;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where units are read. */
@ApplicationScoped
public class UnitRepository implements PanacheRepositoryBase<UnitEntity, String> {
  /** What is not read by this is not there for whoever writes. */
  static final String ONE = "GET units/{id}";

  private final AllUnits units;
  private final Seen seen;

  UnitRepository(AllUnits units, Seen seen) {
    this.units = units;
    this.seen = seen;
  }

  /** All of them, to be referred to. */
  public Units all() {
    return units.now();
  }

  /**
   * Those that the caller may refer to: whoever is hidden from him is as if it were not there.
   *
   * @param besides ids or codes that what he writes names already
   */
  public Units seen(Set<String> besides) {
    Set<String> hidden = hidden();
    return new Units(
        all().all().stream()
            .filter(
                it ->
                    !hidden.contains(it.id())
                        || besides.contains(it.id())
                        || besides.contains(it.code()))
            .toList());
  }

  /** Ids of the units that are not there for whoever writes. */
  public Set<String> hidden() {
    return seen.hiddenUnits(ONE);
  }

  /** Of one that the caller names. */
  public Optional<UnitRef> seenRef(String idOrCode) {
    return ref(idOrCode).filter(it -> !hidden().contains(it.id()));
  }

  public Optional<UnitRef> ref(String idOrCode) {
    return byIdOrCode(idOrCode).map(unit -> new UnitRef(unit.id, unit.code, unit.name));
  }

  /** Of units by their ids. */
  public Map<String, UnitRef> refs(Set<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : list("id in ?1", ids).stream()
            .map(unit -> new UnitRef(unit.id, unit.code, unit.name))
            .collect(Collectors.toMap(UnitRef::id, Function.identity()));
  }

  Optional<UnitEntity> byIdOrCode(String idOrCode) {
    return find("id = ?1 or code = ?1", idOrCode).firstResultOptional();
  }

  /**
   * The id of the unit that a filter names by id or code; a 400 problem if the caller sees none.
   */
  public String idOf(String parameter, String idOrCode) {
    return byIdOrCode(idOrCode)
        .filter(it -> !seen.hiddenUnits("GET units").contains(it.id))
        .map(it -> it.id)
        .orElseThrow(
            () ->
                Problems.badRequest(
                    "invalid-parameter",
                    parameter + " is '" + idOrCode + "'; give the id or code of a unit",
                    parameter));
  }

  /**
   * The ids of the unit that a filter names, and of the members if it is a group. They are looked
   * up first, because a list in the query's own words would not be read by its index.
   */
  public List<String> idsOf(String parameter, String idOrCode) {
    String id = idOf(parameter, idOrCode);
    List<String> ids = new ArrayList<>(List.of(id));
    getEntityManager()
        .createQuery("select m.memberId from UnitMember m where m.groupId = :unit", String.class)
        .setParameter("unit", id)
        .getResultList()
        .forEach(ids::add);
    return ids;
  }

  /** For whom the hidden ones are not there. */
  /** One that the caller sees; throws 404 unit-not-known. */
  public Unit known(String idOrCode) {
    return unit(known(idOrCode, hidden()));
  }

  UnitEntity known(String idOrCode, Set<String> hidden) {
    return Parameter.text("id", idOrCode)
        .flatMap(this::byIdOrCode)
        .filter(it -> !hidden.contains(it.id))
        .orElseThrow(
            () ->
                Problems.notFound(
                    "unit-not-known", "No unit has the id or code '" + idOrCode + "'"));
  }

  static Unit unit(UnitEntity entity) {
    return Snapshot.read(entity.body, Unit.class).at(entity.version);
  }
}
