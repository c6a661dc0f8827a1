package duban.chassis.rights;

import duban.chassis.identity.Caller;
import duban.chassis.identity.Grant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Adds up what several grants let somebody see. */
final class Seeing {

  private final Scopes scopes;
  private final Caller caller;
  private final Set<String> scoped = new TreeSet<>();
  private final Set<String> own = new TreeSet<>();
  private final Set<String> supervisedWithin = new TreeSet<>();
  private boolean everything;
  private boolean supervises;
  private boolean supervisesAll;

  Seeing(Scopes scopes, Caller caller) {
    this.scopes = scopes;
    this.caller = caller;
  }

  void add(Grant grant, Cell cell) {
    var whole = scopes.whole(grant.scope());
    if (cell.near().contains(Nearness.FOREIGN)) {
      everything |= whole;
      if (!whole) {
        scoped.addAll(scopes.below(grant.scope()));
      }
    }
    if (cell.near().contains(Nearness.OWN)) {
      own.addAll(
          caller.units().stream()
              .filter(it -> scopes.within(it, grant.scope()))
              .collect(Collectors.toSet()));
    }
    if (cell.near().contains(Nearness.SUPERVISED)) {
      supervises = true;
      supervisesAll |= whole;
      if (!whole) {
        supervisedWithin.addAll(scopes.below(grant.scope()));
      }
    }
  }

  Sight sight(boolean text, boolean states) {
    return everything
        ? Sight.EVERYTHING
        : new Sight(
            false,
            Set.copyOf(scoped),
            Set.copyOf(own),
            supervises ? caller.units() : Set.of(),
            supervisesAll ? null : Set.copyOf(supervisedWithin),
            text,
            states);
  }
}
