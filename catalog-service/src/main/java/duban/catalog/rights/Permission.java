package duban.catalog.rights;

import duban.chassis.problem.Problems;
import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the caller may write something, one unit after the other: each may lie in the scope
 * of another grant. Throws 401 or 403 if not.
 */
@ApplicationScoped
public class Permission {
  /** A part of making a unit. */
  private static final String TOP = "POST units TOP";

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

  /** Whether he may do something else for the matter of a unit, by its code. */
  public boolean may(String other, String unit) {
    return access.may(other, Concern.of(unit));
  }

  /** Whether he may put a unit to the top, below no other. */
  public boolean mayTop() {
    return access.may(TOP, Concern.ALL);
  }

  /** For making such a unit. Throws 401 or 403 that names the field. */
  public void requireTop() {
    expectTop();
    access.require("TOP", Concern.ALL);
  }

  /** The same for moving one there, beside what else is asked. */
  public void expectTop() {
    if (!mayTop() && !access.caller().anonymous()) {
      throw atTheTop(
          "only an administrator of the whole installation puts a unit to its top; give the id or"
              + " code of the unit above it");
    }
  }

  /**
   * For the area with which an empty installation begins, by its code: before it is there, grants
   * count within nothing else. Throws 401 or 403 that names the field.
   */
  public void requireFirst(String area) {
    if (!access.over(area) && !access.caller().anonymous()) {
      throw atTheTop(
          "the first area of an empty catalogue is made by the supervisor whose grant names it by"
              + " its code");
    }
    require(area);
  }

  private static RuntimeException atTheTop(String who) {
    return Problems.of(
        403,
        "forbidden",
        "Forbidden",
        "superior is missing, but " + who,
        Map.of("field", "superior"));
  }
}
