package duban.catalog.yearly;

import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.UnitRepository;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where lists that were sent are read. */
@ApplicationScoped
class SentListRepository implements PanacheRepositoryBase<SentListEntity, UUID> {
  static final String ONE = "GET sent-lists/{id}";

  private final UnitRepository units;
  private final Seen seen;

  SentListRepository(UnitRepository units, Seen seen) {
    this.units = units;
    this.seen = seen;
  }

  /**
   * A list without its rows.
   *
   * @param sending the id of the request by which it was sent
   * @param items how many rows it has
   */
  record Sent(UUID id, UUID sending, int year, UnitRef unit, LocalDate sentOn, int items) {}

  /** One that the caller does not see is not there. */
  SentList known(String id) {
    return Parameter.uuid("id", id)
        .flatMap(it -> seen.sentTo(new Where().equal("id", it), ONE).first(this))
        .map(SentListEntity::list)
        .orElseThrow(
            () -> Problems.notFound("sent-list-not-known", "No sent list has the id '" + id + "'"));
  }

  /** Those of one request, by the codes of their units. */
  List<Sent> of(UUID sending) {
    return shown(list("sendingId", sending)).stream()
        .sorted(Comparator.comparing(it -> it.unit().code()))
        .toList();
  }

  /** Whether the caller may know that something was sent by the request. */
  boolean seen(UUID sending) {
    return seen.sentTo(new Where().equal("sendingId", sending), ONE).any(this);
  }

  List<Sent> shown(List<SentListEntity> entities) {
    Map<String, UnitRef> refs =
        units.refs(entities.stream().map(it -> it.unitId).collect(Collectors.toSet()));
    return entities.stream().map(it -> shown(it, refs)).toList();
  }

  private static Sent shown(SentListEntity it, Map<String, UnitRef> refs) {
    UnitRef unit = Objects.requireNonNull(refs.get(it.unitId));
    return new Sent(it.id, it.sendingId, it.year, unit, it.sentOn, it.items);
  }
}
