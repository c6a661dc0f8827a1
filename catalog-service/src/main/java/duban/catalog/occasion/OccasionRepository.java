package duban.catalog.occasion;

import duban.catalog.listing.Where;
import duban.catalog.rights.SeenOccasions;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.UnitRepository;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where occasions, their types and attributes are read. */
@ApplicationScoped
public class OccasionRepository implements PanacheRepositoryBase<OccasionEntity, UUID> {
  /** What is not read by this is not there for whoever writes. */
  static final String ONE = "GET occasions/{id}";

  private final OccasionTypeRepository types;
  private final AttributeRepository attributes;
  private final UnitRepository units;
  private final SeenOccasions seen;

  OccasionRepository(
      OccasionTypeRepository types,
      AttributeRepository attributes,
      UnitRepository units,
      SeenOccasions seen) {
    this.types = types;
    this.attributes = attributes;
    this.units = units;
    this.seen = seen;
  }

  /** Those that take place, in the order of their dates; one without a date begins its year. */
  public List<Occasion> occasions() {
    return occasions(list("cancelled = false order by sortedOn, id"));
  }

  /** The same, also those that are cancelled. */
  public List<Occasion> all() {
    return occasions(list("order by sortedOn, id"));
  }

  /** The same without those that only the service has made. */
  public List<Occasion> entered() {
    return occasions(list("untouched = false order by sortedOn, id"));
  }

  /** By their ids. */
  public Map<String, OccasionType> types() {
    return types.types(types.listAll()).stream()
        .collect(Collectors.toMap(OccasionType::id, Function.identity()));
  }

  /** What rules may speak of. */
  public Vocabulary vocabulary() {
    return new Vocabulary(types(), attributes());
  }

  /** By their names. */
  public Map<String, AttributeType> attributes() {
    return attributes.listAll().stream()
        .map(AttributeEntity::attribute)
        .collect(Collectors.toMap(AttributeType::name, Function.identity()));
  }

  List<Occasion> occasions(List<OccasionEntity> entities) {
    List<Kept> kept = entities.stream().map(OccasionEntity::kept).toList();
    Set<String> named =
        kept.stream().flatMap(it -> it.units().stream()).collect(Collectors.toSet());
    Map<String, UnitRef> refs = units.refs(named);
    return IntStream.range(0, kept.size())
        .mapToObj(i -> kept.get(i).occasion(refs, entities.get(i).version))
        .toList();
  }

  Occasion occasion(OccasionEntity entity) {
    return occasions(List.of(entity)).get(0);
  }

  /** One that the caller does not see is not there. */
  OccasionEntity known(String id) {
    return Parameter.uuid("id", id)
        .flatMap(this::ifSeen)
        .orElseThrow(
            () -> Problems.notFound("occasion-not-known", "No occasion has the id '" + id + "'"));
  }

  Optional<OccasionEntity> ifSeen(UUID id) {
    return seen.occasions(new Where().equal("id", id), ONE).first(this);
  }
}
