package duban.status.fold;

import org.jspecify.annotations.Nullable;

/**
 * What one event did.
 *
 * @param why says why it did not do what its type does; absent if it did
 * @param refusal the short name of what forbids it; present only if it is no legal step
 * @param field the field of the record that is wrong, if it is one
 */
public record Verdict(
    Effect effect, @Nullable String why, @Nullable String refusal, @Nullable String field) {

  /** The ways in which an event stands in the record. */
  public enum Effect {
    EFFECTIVE,
    NOT_COUNTED,
    VOIDED,
    WITHOUT_EFFECT
  }

  static final Verdict EFFECTIVE = new Verdict(Effect.EFFECTIVE, null, null, null);

  static Verdict notCounted(String why) {
    return new Verdict(Effect.NOT_COUNTED, why, null, null);
  }

  static Verdict voidedBy(Event correction) {
    return new Verdict(
        Effect.VOIDED,
        "taken out on " + correction.effectiveOn() + " by " + correction.id(),
        null,
        null);
  }

  static Verdict without(String why) {
    return new Verdict(Effect.WITHOUT_EFFECT, why, null, null);
  }

  static Verdict refused(String refusal, String why, @Nullable String field) {
    return new Verdict(Effect.WITHOUT_EFFECT, why, refusal, field);
  }

  public boolean refused() {
    return refusal != null;
  }
}
