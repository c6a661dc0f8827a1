package duban.chassis.rights;

import duban.chassis.identity.Caller;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is about.
 *
 * @param units codes of those whose matter it is: a grant must cover all of them
 * @param own codes of those whose people do it as their own
 * @param supervisor the code of the unit that supervises it
 */
public record Concern(Set<String> units, Set<String> own, @Nullable String supervisor) {

  /** The whole installation, and no unit. */
  public static final Concern ALL = new Concern(Set.of(), Set.of(), null);

  public Concern {
    units = Set.copyOf(units);
    own = Set.copyOf(own);
  }

  /** A unit's own matter. */
  public static Concern of(String unit) {
    return new Concern(Set.of(unit), Set.of(unit), null);
  }

  /** The same, supervised by this unit, if by any. */
  public Concern supervisedBy(@Nullable String unit) {
    return new Concern(units, own, unit);
  }

  /** The same, which the people of these units do as their own too. */
  public Concern alsoOf(Collection<String> others) {
    var more = new TreeSet<>(own);
    more.addAll(others);
    return new Concern(units, more, supervisor);
  }

  Nearness nearness(Caller caller) {
    if (own.stream().anyMatch(caller.units()::contains)) {
      return Nearness.OWN;
    }
    return supervisor != null && caller.units().contains(supervisor)
        ? Nearness.SUPERVISED
        : Nearness.FOREIGN;
  }
}
