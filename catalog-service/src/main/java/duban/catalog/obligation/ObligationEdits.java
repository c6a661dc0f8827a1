package duban.catalog.obligation;

import duban.catalog.edit.Cause;
import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Consequences;
import duban.catalog.edit.DeadlineChanges;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Making;
import duban.catalog.edit.Refused;
import duban.catalog.edit.Stored;
import duban.catalog.measure.Measure;
import duban.catalog.measure.MeasureRepository;
import duban.catalog.unit.UnitRepository;
import duban.chassis.clock.BusinessClock;
import duban.chassis.edit.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes obligations, in the transaction of an edit. */
@ApplicationScoped
class ObligationEdits {
  private final ObligationRepository obligations;
  private final ObligationStore store;
  private final MeasureRepository measures;
  private final ObligationPermission permission;
  private final UnitRepository units;
  private final Consequences consequences;
  private final BusinessClock clock;

  ObligationEdits(
      ObligationRepository obligations,
      ObligationStore store,
      MeasureRepository measures,
      ObligationPermission permission,
      UnitRepository units,
      Consequences consequences,
      BusinessClock clock) {
    this.obligations = obligations;
    this.store = store;
    this.measures = measures;
    this.permission = permission;
    this.units = units;
    this.consequences = consequences;
    this.clock = clock;
  }

  Making<Edited<ObligationView>> making(Obligation form, Confirmation confirm) {
    return new Making<>(
        () -> permission.requireNew(form),
        () -> obligations.findByIdOptional(form.id()).map(it -> stored(it, DeadlineChanges.NONE)),
        () -> obligations.ifSeen(form.id()).isPresent(),
        () -> create(form, confirm));
  }

  /** A duty begins with the next year, unless it says otherwise. */
  private Stored<Edited<ObligationView>> create(Obligation form, Confirmation confirm) {
    return save(form, Set.of(), LocalDate.of(clock.today().getYear() + 1, 1, 1), confirm);
  }

  Stored<Edited<ObligationView>> change(
      String id, Obligation form, @Nullable String ifMatch, Confirmation confirm) {
    ObligationEntity before = obligations.known(id);
    Obligation was = ObligationRepository.obligation(before);
    permission.require(was, form);
    Version.require(ifMatch, before.version, "obligation " + id);
    if (!form.id().equals(id)) {
      throw new Refused(
          "id-fixed", "id", "id is '" + form.id() + "', but an id never changes from " + id);
    }
    // What happened to its deadlines is chained by their measure.
    if (!form.measureId().equals(before.measureId)) {
      throw new Refused(
          "id-fixed",
          "measureId",
          "measureId is '"
              + form.measureId()
              + "', but an obligation never leaves its measure "
              + before.measureId);
    }
    return save(form, was.named(), before.inForceFrom, confirm);
  }

  private Stored<Edited<ObligationView>> save(
      Obligation form, Set<String> named, LocalDate from, Confirmation confirm) {
    Measure measure = measures.measure(form.measureId()).orElseThrow();
    Obligation checked = new ObligationCheck(units.seen(named)).checked(form, measure);
    store.save(List.of(checked.inForce(Objects.requireNonNullElse(checked.inForceFrom(), from))));
    DeadlineChanges changes = consequences.make(Cause.OBLIGATION, confirm.given());
    return stored(obligations.findById(form.id()), changes);
  }

  private static Stored<Edited<ObligationView>> stored(
      ObligationEntity obligation, DeadlineChanges changes) {
    return new Stored<>(new Edited<>(ObligationView.of(obligation), changes), obligation.version);
  }
}
