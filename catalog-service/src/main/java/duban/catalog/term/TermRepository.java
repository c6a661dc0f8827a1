package duban.catalog.term;

import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.clock.BusinessClock;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;

/** The terms, which no other service needs: deadlines carry the days that follow from them. */
@ApplicationScoped
public class TermRepository implements PanacheRepositoryBase<TermEntity, String> {
  private static final String UPSERT =
      """
      INSERT INTO term (id, level, name, starts_on, ends_on, inferred, recorded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE
        SET level = excluded.level, name = excluded.name, starts_on = excluded.starts_on,
            ends_on = excluded.ends_on, inferred = excluded.inferred,
            version = term.version + 1, recorded_at = excluded.recorded_at
        WHERE (term.level, term.name, term.starts_on, term.ends_on, term.inferred)
          IS DISTINCT FROM
          (excluded.level, excluded.name, excluded.starts_on, excluded.ends_on, excluded.inferred)
      """;

  private final SnapshotStore store;
  private final BusinessClock clock;

  TermRepository(SnapshotStore store, BusinessClock clock) {
    this.store = store;
    this.clock = clock;
  }

  TermEntity known(String id) {
    return Parameter.text("id", id)
        .flatMap(this::findByIdOptional)
        .orElseThrow(() -> Problems.notFound("term-not-known", "No term has the id '" + id + "'"));
  }

  public List<Term> terms() {
    return listAll().stream().map(TermEntity::term).toList();
  }

  /** Returns how many changed; the same again changes none. */
  public int save(List<Term> terms) {
    var now = clock.now().atOffset(ZoneOffset.UTC);
    int changed = 0;
    for (Term term : terms) {
      changed +=
          store.run(
              UPSERT,
              term.id(),
              term.level().name(),
              term.name(),
              term.from(),
              term.to(),
              term.inferred(),
              now);
    }
    return changed;
  }
}
