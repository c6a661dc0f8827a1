package duban.catalog.occasion;

import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.clock.BusinessClock;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;

/** The vocabulary of what may be recorded. */
@ApplicationScoped
public class AttributeRepository implements PanacheRepositoryBase<AttributeEntity, String> {
  private static final String UPSERT =
      """
      INSERT INTO attribute (name, label, type, recorded_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (name) DO UPDATE
        SET label = excluded.label, type = excluded.type, version = attribute.version + 1,
            recorded_at = excluded.recorded_at
        WHERE (attribute.label, attribute.type) IS DISTINCT FROM (excluded.label, excluded.type)
      """;

  private final SnapshotStore store;
  private final BusinessClock clock;

  AttributeRepository(SnapshotStore store, BusinessClock clock) {
    this.store = store;
    this.clock = clock;
  }

  AttributeEntity known(String name) {
    return Parameter.text("name", name)
        .flatMap(this::findByIdOptional)
        .orElseThrow(
            () ->
                Problems.notFound(
                    "attribute-not-known", "No attribute has the name '" + name + "'"));
  }

  /** Returns how many changed; the same again changes none. */
  public int save(Collection<AttributeType> attributes) {
    var now = clock.now().atOffset(ZoneOffset.UTC);
    int changed = 0;
    for (AttributeType each : attributes) {
      changed += store.run(UPSERT, each.name(), each.label(), each.type().name(), now);
    }
    return changed;
  }
}
