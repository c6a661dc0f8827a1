package duban.catalog.occasion;

import duban.catalog.occasion.Expectations.Standing;
import duban.catalog.snapshot.SnapshotStore;
import duban.catalog.unit.UnitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

/**
 * Of each yearly type there is one occasion without a date for this year and the next, or one of
 * each unit that keeps it, as long as there is no other: what must be done before it can be made
 * due before anybody knows its date.
 */
@ApplicationScoped
public class YearlyOccasions {
  private static final String CONCERNED =
      "untouched = true or type in (select t.id from OccasionTypeEntity t where t.yearly = true)";

  private final OccasionTypeRepository types;
  private final OccasionRepository occasions;
  private final UnitRepository units;
  private final OccasionStore store;
  private final SnapshotStore snapshots;

  YearlyOccasions(
      OccasionTypeRepository types,
      OccasionRepository occasions,
      UnitRepository units,
      OccasionStore store,
      SnapshotStore snapshots) {
    this.types = types;
    this.occasions = occasions;
    this.units = units;
    this.store = store;
    this.snapshots = snapshots;
  }

  /**
   * Joins a running transaction. Makes what is missing; cancels what staff have not touched where
   * they entered another, or none is expected any more; and takes that back where it no longer is
   * so. The same again changes nothing.
   *
   * @return of each that was made or changed its type
   */
  @Transactional
  public List<String> ensure(LocalDate today) {
    snapshots.lock();
    List<Standing> all =
        occasions.list(CONCERNED).stream()
            .map(it -> new Standing(it.kept(), it.untouched))
            .toList();
    List<OccasionType> yearly = types.types(types.list("yearly = true"));
    List<Kept> changed = new Expectations(yearly, units.all(), all).changed(today);
    store.save(changed, true);
    return changed.stream().map(Kept::type).toList();
  }
}
