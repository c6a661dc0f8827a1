package duban.catalog.occasion;

import duban.catalog.edit.Refused;
import duban.catalog.unit.UnitRepository;
import duban.catalog.unit.Units;
import duban.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds what occasions name, as far as their author may know of it. */
@ApplicationScoped
class OccasionReferences {
  private final OccasionRepository occasions;
  private final UnitRepository units;
  private final BusinessClock clock;

  OccasionReferences(OccasionRepository occasions, UnitRepository units, BusinessClock clock) {
    this.occasions = occasions;
    this.units = units;
    this.clock = clock;
  }

  /**
   * Of new ones. Throws Refused with the first that names nothing.
   *
   * @param many whether a refusal says which
   */
  List<Occasion> of(List<OccasionForm> forms, boolean many) {
    Units known = units.seen(Set.of());
    Map<String, OccasionType> types = occasions.types();
    OccasionCheck check = new OccasionCheck(types, Map.of());
    Set<UUID> among = new HashSet<>();
    forms.forEach(it -> among.add(it.id()));
    LocalDate today = clock.today();
    List<Occasion> found = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      OccasionForm form = forms.get(i);
      found.add(
          numbered(
              many ? i : -1,
              () -> {
                form.expectPlain();
                Occasion occasion = form.occasion(known, today);
                OccasionType unused = check.type(occasion);
                expectSeen(form.follows(), among);
                return occasion;
              }));
    }
    return found;
  }

  /** Of one that stays what it is, with another content. */
  Occasion of(OccasionForm form, OccasionEntity before) {
    Kept was = before.kept();
    form.expectPlain();
    expectSeen(form.follows(), was.follows() == null ? Set.of() : Set.of(was.follows()));
    return form.occasion(units.seen(was.units()), was.enteredOn());
  }

  private void expectSeen(@Nullable UUID follows, Set<UUID> besides) {
    if (follows != null && !besides.contains(follows) && occasions.ifSeen(follows).isEmpty()) {
      throw OccasionsTogether.unknown(follows);
    }
  }

  /** Runs it for one of several, so that a refusal says for which. */
  static <T> T numbered(int place, Supplier<T> of) {
    try {
      return of.get();
    } catch (Refused e) {
      throw place < 0 ? e : e.of("occasions[" + place + "]");
    }
  }
}
