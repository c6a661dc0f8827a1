package duban.chassis.identity;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as a verified token says.
 *
 * @param actor 22 characters that stand for issuer and subject and for nothing else: they may be
 *     recorded for good, while the name can be erased. Empty if anonymous
 * @param name for people to read; may be absent, may change
 * @param units codes of those to which the person belongs
 * @param grants what the person may do, and where
 */
public record Caller(String actor, @Nullable String name, Set<String> units, Set<Grant> grants) {

  /** Without a token. */
  public static final Caller ANONYMOUS = new Caller("", null, Set.of(), Set.of());

  public Caller {
    units = Set.copyOf(units);
    grants = Set.copyOf(grants);
  }

  public boolean anonymous() {
    return actor.isEmpty();
  }

  /** Over whatever unit. */
  public boolean has(Role role) {
    return grants.stream().anyMatch(it -> it.role() == role);
  }

  /** Codes of the units over which the role was granted. */
  public Set<String> scopes(Role role) {
    return grants.stream()
        .filter(it -> it.role() == role)
        .map(Grant::scope)
        .collect(Collectors.toUnmodifiableSet());
  }
}
