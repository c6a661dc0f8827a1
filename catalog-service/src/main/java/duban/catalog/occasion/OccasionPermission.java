package duban.catalog.occasion;

import duban.catalog.rights.Permission;
import duban.catalog.snapshot.UnitRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Asks whether the caller may write an occasion. One for all is the whole installation's. One of a
 * unit is that unit's, and whom it names gets duties by it, so these must be the caller's too.
 */
@ApplicationScoped
class OccasionPermission {
  private final Permission permission;

  OccasionPermission(Permission permission) {
    this.permission = permission;
  }

  /**
   * @param states the same occasion, as it is, was or will be
   */
  void require(List<Occasion> states) {
    UnitRef unit = states.get(0).unit();
    if (unit == null) {
      permission.requireAll();
      return;
    }
    Set<String> named = new TreeSet<>();
    states.stream()
        .flatMap(it -> Stream.concat(it.lead().stream(), it.co().stream()))
        .map(UnitRef::code)
        .forEach(named::add);
    permission.require(unit.code(), named, null);
  }
}
