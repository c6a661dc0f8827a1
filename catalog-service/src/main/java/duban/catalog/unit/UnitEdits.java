package duban.catalog.unit;

import duban.catalog.edit.Cause;
import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Consequences;
import duban.catalog.edit.DeadlineChanges;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Making;
import duban.catalog.edit.Refused;
import duban.catalog.edit.Stored;
import duban.chassis.clock.BusinessClock;
import duban.chassis.edit.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes units, in the transaction of an edit. */
@ApplicationScoped
class UnitEdits {
  private final UnitRepository units;
  private final UnitStore store;
  private final Consequences consequences;
  private final UnitPermission permission;
  private final BusinessClock clock;

  UnitEdits(
      UnitRepository units,
      UnitStore store,
      Consequences consequences,
      UnitPermission permission,
      BusinessClock clock) {
    this.units = units;
    this.store = store;
    this.consequences = consequences;
    this.permission = permission;
    this.clock = clock;
  }

  Making<Edited<Unit>> making(UnitForm form, Confirmation confirm) {
    return new Making<>(
        () -> permission.require(form),
        () -> units.findByIdOptional(form.id()).map(it -> stored(it, DeadlineChanges.NONE)),
        () -> !units.hidden().contains(form.id()),
        () -> save(form, confirm));
  }

  Stored<Edited<Unit>> change(
      String id, UnitForm form, @Nullable String ifMatch, Confirmation confirm) {
    UnitEntity before = units.known(id, units.hidden());
    permission.require(before, form);
    Version.require(ifMatch, before.version, "unit " + before.id);
    if (!form.id().equals(before.id)) {
      throw new Refused(
          "id-fixed", "id", "id is '" + form.id() + "', but an id never changes from " + before.id);
    }
    return save(form, confirm);
  }

  /** Whoever names the unit names it as it is called now, so one edit may change many. */
  private Stored<Edited<Unit>> save(UnitForm form, Confirmation confirm) {
    Units now = units.all();
    expectEnded(form);
    Units next =
        now.with(form.among(units.seen(Set.of()), now.byId(form.id()).orElse(null), clock.today()));
    UnitCheck.check(next);
    Whole.expectKept(now, next, confirm.given());
    store.save(next.all().stream().map(it -> it.at(null)).toList());
    DeadlineChanges changes = consequences.make(Cause.UNIT, Set.of(form.id()), confirm.given());
    return stored(units.findById(form.id()), changes);
  }

  private void expectEnded(UnitForm form) {
    LocalDate today = clock.today();
    if (form.endedOn() != null && form.endedOn().isAfter(today)) {
      throw new Refused(
          "invalid-unit",
          "endedOn",
          "endedOn is "
              + form.endedOn()
              + "; give a day not after today, "
              + today
              + ": the deadlines change hands at once");
    }
  }

  private static Stored<Edited<Unit>> stored(UnitEntity unit, DeadlineChanges changes) {
    return new Stored<>(new Edited<>(UnitRepository.unit(unit), changes), unit.version);
  }
}
