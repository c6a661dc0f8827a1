package duban.catalog.occasion;

import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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

  OccasionTypeRepository(SnapshotStore store) {
    this.store = store;
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
    return store.save(UPSERT, types).size();
  }
}
