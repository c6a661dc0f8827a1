package duban.catalog.obligation;

import duban.catalog.unit.Unit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What staff answered where a duty asks of each unit whether it applies.
 *
 * @param answers by obligation and unit, by their ids
 */
public record Applicability(Map<Asked, Boolean> answers) {
  public static final Applicability NONE = new Applicability(Map.of());

  /** A duty and a unit of which it is asked. */
  public record Asked(String obligationId, String unitId) {}

  /** Whether it applies; unanswered is no yes. */
  public boolean yes(Obligation obligation, Unit unit) {
    return answers.getOrDefault(new Asked(obligation.id(), unit.id()), false);
  }

  /** What was answered; null where nobody did. */
  public @Nullable Boolean of(Obligation obligation, Unit unit) {
    return answers.get(new Asked(obligation.id(), unit.id()));
  }
}
