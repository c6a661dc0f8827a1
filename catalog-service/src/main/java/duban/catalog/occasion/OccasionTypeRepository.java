package duban.catalog.occasion;

import duban.catalog.snapshot.SnapshotStore;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.UnitRepository;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The kinds of occasions. */
@ApplicationScoped
public class OccasionTypeRepository implements PanacheRepositoryBase<OccasionTypeEntity, String> {
  private static final String UPSERT =
      """
      INSERT INTO occasion_type (id, yearly, version, body, recorded_at)
      SELECT b->>'id', (b->>'yearly')::boolean, 1, b, ?
      FROM unnest(?::text[]) AS given(t), LATERAL (SELECT t::jsonb OFFSET 0) AS x(b)
      ORDER BY 1
      ON CONFLICT (id) DO UPDATE
        SET yearly = excluded.yearly, version = occasion_type.version + 1, body = excluded.body,
            recorded_at = excluded.recorded_at
        WHERE occasion_type.body IS DISTINCT FROM excluded.body
      RETURNING id, version, body
      """;

  private final SnapshotStore store;
  private final UnitRepository units;

  OccasionTypeRepository(SnapshotStore store, UnitRepository units) {
    this.store = store;
    this.units = units;
  }

  /** As they are told of, naming units as they are called now. */
  List<OccasionType> types(List<OccasionTypeEntity> entities) {
    List<KeptType> kept = entities.stream().map(OccasionTypeEntity::kept).toList();
    Map<String, UnitRef> refs =
        units.refs(kept.stream().flatMap(it -> it.keptBy().stream()).collect(Collectors.toSet()));
    return IntStream.range(0, kept.size())
        .mapToObj(i -> kept.get(i).type(refs, entities.get(i).version))
        .toList();
  }

  OccasionType type(OccasionTypeEntity entity) {
    return types(List.of(entity)).get(0);
  }

  OccasionTypeEntity known(String id) {
    return Parameter.text("id", id)
        .flatMap(this::findByIdOptional)
        .orElseThrow(
            () ->
                Problems.notFound(
                    "occasion-type-not-known", "No type of occasions has the id '" + id + "'"));
  }

  /** Returns how many changed; the same again changes none. */
  public int save(List<OccasionType> types) {
    return store.save(UPSERT, types.stream().map(KeptType::of).toList()).size();
  }
}
