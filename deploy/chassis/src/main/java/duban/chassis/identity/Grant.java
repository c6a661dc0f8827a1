package duban.chassis.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A role over a unit and all that is below it. It says nothing of where somebody works: that are
 * {@link Caller#units}.
 *
 * @param scope the unit's code; never a pattern, never “everything”
 */
public record Grant(Role role, String scope) {

  private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9-]{1,60}");

  /** From {@code supervisor:CY}. */
  static Optional<Grant> of(String text) {
    var colon = text.indexOf(':');
    return colon < 0 ? Optional.empty() : of(text.substring(0, colon), text.substring(colon + 1));
  }

  static Optional<Grant> of(String role, String scope) {
    return UNIT.matcher(scope).matches()
        ? Role.of(role).map(it -> new Grant(it, scope))
        : Optional.empty();
  }

  /** {@code supervisor:CY}. */
  @Override
  public String toString() {
    return role.text() + ":" + scope;
  }
}
