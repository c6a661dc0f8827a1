package duban.catalog.occasion;

import com.github.f4b6a3.uuid.UuidCreator;
import duban.catalog.snapshot.SnapshotStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Of each yearly type there is one occasion without a date for this year and the next, as long as
 * there is no other: what must be done before it can be made due before anybody knows its date.
 */
@ApplicationScoped
public class YearlyOccasions {
  private static final UUID NAMESPACE = UUID.fromString("bab0d623-7c0d-4f1c-a023-fb16247aacaf");

  /** A type's year. */
  private record Year(String type, int year) {}

  private final OccasionTypeRepository types;
  private final OccasionRepository occasions;
  private final OccasionStore store;
  private final SnapshotStore snapshots;

  YearlyOccasions(
      OccasionTypeRepository types,
      OccasionRepository occasions,
      OccasionStore store,
      SnapshotStore snapshots) {
    this.types = types;
    this.occasions = occasions;
    this.store = store;
    this.snapshots = snapshots;
  }

  /** Of the one that the service makes: UUIDv5 of type and year, joined by |. */
  static UUID id(String type, int year) {
    return UuidCreator.getNameBasedSha1(NAMESPACE, type + "|" + year);
  }

  /**
   * Joins a running transaction. Makes what is missing; cancels what staff have not touched where
   * they entered another, or none is expected any more; and takes that back where it no longer is
   * so. The same again changes nothing.
   *
   * @return how many were made or changed
   */
  @Transactional
  public int ensure(LocalDate today) {
    snapshots.lock();
    Set<String> yearly = new HashSet<>();
    types.list("yearly = true").forEach(it -> yearly.add(it.id));
    Map<UUID, OccasionEntity> known = new HashMap<>();
    Set<Year> entered = new HashSet<>();
    List<OccasionEntity> all =
        occasions.list(
            "untouched = true or type in (select t.id from OccasionTypeEntity t where t.yearly = true)");
    for (OccasionEntity each : all) {
      known.put(each.id, each);
      if (!each.untouched && !each.cancelled) {
        entered.add(new Year(each.type, each.year));
      }
    }
    List<Kept> changed = new ArrayList<>();
    for (OccasionEntity each : all) {
      if (each.untouched) {
        boolean another = entered.contains(new Year(each.type, each.year));
        // What is past stays as it was, unless somebody says what it really was.
        boolean cancelled =
            another || (each.year < today.getYear() ? each.cancelled : !yearly.contains(each.type));
        if (cancelled != each.cancelled) {
          changed.add(each.kept().cancelled(cancelled));
        }
      }
    }
    for (String type : yearly) {
      for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
        if (!known.containsKey(id(type, year)) && !entered.contains(new Year(type, year))) {
          changed.add(Kept.expected(id(type, year), type, year, today));
        }
      }
    }
    return store.save(changed, true);
  }
}
