package duban.catalog.rights;

import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the caller may write something, one unit after the other: each may lie in the scope
 * of another grant. Throws 401 or 403 if not.
 */
@ApplicationScoped
public class Permission {
  private final Access access;

  Permission(Access access) {
    this.access = access;
  }

  /** For the matter of a unit, by its code. */
  public void require(String owner) {
    require(owner, Set.of(), null);
  }

  /**
   * For the matter of its owner that reaches others, all by their codes.
   *
   * @param supervisor who supervises it, if anybody does
   */
  public void require(String owner, Collection<String> others, @Nullable String supervisor) {
    for (String unit : others) {
      access.require(new Concern(Set.of(unit), Set.of(owner), supervisor));
    }
    access.require(new Concern(Set.of(owner), Set.of(owner), supervisor));
  }

  /** For what concerns the whole installation. */
  public void requireAll() {
    access.require(Concern.ALL);
  }
}
