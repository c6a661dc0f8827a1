package duban.notification.policy;

import duban.chassis.rights.Concern;
import duban.chassis.rights.Sight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which steps a kind of duty is reminded of: of all, of one obligation, or of one unit. Of those
 * that cover a deadline exactly one counts.
 *
 * @param obligation the id of the only obligation that it covers
 * @param unit the code of the only unit that it covers
 * @param enabled if not, it is as if it were not there
 */
public record Policy(
    String id,
    long version,
    String kind,
    @Nullable String obligation,
    @Nullable String unit,
    boolean enabled,
    List<PolicyStep> steps) {

  public Scope scope() {
    return unit != null ? Scope.UNIT : obligation != null ? Scope.OBLIGATION : Scope.ALL;
  }

  /** The kind of the duties that it covers, as the catalog names it. */
  public String kindOfDuty() {
    return Kind.valueOf(kind).ofDuty();
  }

  /** Whether it counts for what this unit owes by this obligation, if no narrower one does. */
  public boolean covers(String kindOfDuty, String itsObligation, String responsible) {
    return enabled
        && kind.equals(kindOfDuty)
        && (obligation == null || obligation.equals(itsObligation))
        && (unit == null || unit.equals(responsible));
  }

  /** Those that are not for one unit alone count for whatever unit somebody may look at. */
  boolean seen(Sight sight) {
    return unit != null
        ? sight.sees(Concern.of(unit), false)
        : sight.everything() || !sight.scoped().isEmpty() || !sight.own().isEmpty();
  }

  Policy changed(boolean nowEnabled, List<PolicyStep> nowSteps) {
    return new Policy(id, version + 1, kind, obligation, unit, nowEnabled, nowSteps);
  }

  /** Whether they say the same, whatever their versions. */
  boolean same(Policy other) {
    return equals(
        new Policy(
            other.id,
            version,
            other.kind,
            other.obligation,
            other.unit,
            other.enabled,
            other.steps));
  }
}
