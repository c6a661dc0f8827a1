package duban.catalog.obligation;

import duban.catalog.measure.Measure;
import duban.catalog.measure.MeasureRepository;
import duban.catalog.occasion.OccasionRepository;
import duban.catalog.unit.UnitRepository;
import duban.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/** Obligations as their authors write them, checked like those that are stored. */
@ApplicationScoped
public class Drafts {
  private final ObligationRepository obligations;
  private final MeasureRepository measures;
  private final ObligationPermission permission;
  private final UnitRepository units;
  private final OccasionRepository occasions;
  private final BusinessClock clock;

  Drafts(
      ObligationRepository obligations,
      MeasureRepository measures,
      ObligationPermission permission,
      UnitRepository units,
      OccasionRepository occasions,
      BusinessClock clock) {
    this.obligations = obligations;
    this.measures = measures;
    this.permission = permission;
    this.units = units;
    this.occasions = occasions;
    this.clock = clock;
  }

  /** A duty begins with the next year, unless it says otherwise. */
  LocalDate nextYear() {
    return LocalDate.of(clock.today().getYear() + 1, 1, 1);
  }

  /**
   * As it would be stored; throws Refused if it cannot be.
   *
   * @param named units that it names already, also if its author does not see them
   * @param from since when it is in force if it does not say so
   */
  Obligation checked(Obligation form, Set<String> named, LocalDate from) {
    Measure measure = measures.measure(form.measureId()).orElseThrow();
    permission.expectSupervisor(form, named, measure);
    Obligation checked =
        new ObligationCheck(units.seen(named), occasions.vocabulary(), obligations.obligations())
            .checked(form, measure);
    return checked.inForce(Objects.requireNonNullElse(checked.inForceFrom(), from));
  }

  /** One that is not stored, of somebody who may store it; throws Refused if it cannot be. */
  public Obligation unsaved(Obligation form) {
    permission.requireNew(form);
    return checked(form, Set.of(), nextYear());
  }
}
