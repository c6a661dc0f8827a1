package duban.catalog.unit;

import duban.catalog.edit.Refused;
import duban.catalog.snapshot.UnitRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** That units can be told apart, and that none stands above, in, or after itself. */
public final class UnitCheck {
  private final Units units;

  private UnitCheck(Units units) {
    this.units = units;
  }

  /** Throws Refused with the first thing that is wrong. */
  public static void check(Units units) {
    UnitCheck check = new UnitCheck(units);
    check.expectOwnCodes();
    check.expectOwnAliases();
    for (Unit unit : units.all()) {
      check.expectNoCircle(unit, "superior", "above", it -> optional(it.superior()));
      check.expectNoCircle(unit, "members", "a member of", Unit::members);
      check.expectNoCircle(unit, "successor", "the successor of", it -> optional(it.successor()));
      if (unit.successor() != null && unit.endedOn() == null) {
        throw new Refused(
            "invalid-unit",
            "endedOn",
            "endedOn of " + unit.code() + " is missing, but it has a successor");
      }
    }
  }

  /**
   * Throws Refused if the installation would get another area at its top, and nobody confirmed
   * that.
   */
  public static void expectSameTop(Units now, Units next, boolean confirmed) {
    Whole.expectKept(now, next, confirmed);
  }

  /** A code may be another unit's id only if it is both of one unit: either is typed. */
  private void expectOwnCodes() {
    Set<String> codes = new HashSet<>();
    for (Unit unit : units.all()) {
      boolean ofAnother =
          units.all().stream().anyMatch(it -> it.id().equals(unit.code()) && !it.equals(unit));
      if (!codes.add(unit.code()) || ofAnother) {
        throw new Refused(
            "code-taken",
            "code",
            "code is '" + unit.code() + "', which another unit has as its code or id");
      }
    }
  }

  /** Of units that have ended the names are free: who follows them may bear them. */
  private void expectOwnAliases() {
    List<Unit> standing = units.all().stream().filter(it -> it.endedOn() == null).toList();
    Map<String, Unit> named = new HashMap<>();
    for (Unit unit : standing) {
      named.putIfAbsent(unit.name(), unit);
      named.putIfAbsent(unit.code(), unit);
    }
    for (Unit unit : standing) {
      for (String alias : unit.aliases()) {
        Unit other = named.putIfAbsent(alias, unit);
        if (other != null && !other.equals(unit)) {
          throw new Refused(
              "invalid-unit",
              "aliases",
              "aliases of %s have '%s', which stands for %s already; leave it out, or take it from there first"
                  .formatted(unit.code(), alias, other.code()));
        }
      }
    }
  }

  private void expectNoCircle(
      Unit start, String field, String relation, Function<Unit, List<UnitRef>> next) {
    Set<String> seen = new HashSet<>();
    Deque<UnitRef> ahead = new ArrayDeque<>(next.apply(start));
    while (!ahead.isEmpty()) {
      UnitRef at = ahead.pop();
      if (at.id().equals(start.id())) {
        throw new Refused(
            "unit-circle", field, field + ": " + start.code() + " is " + relation + " itself");
      }
      if (seen.add(at.id())) {
        units.find(at.id()).map(next).stream().flatMap(List::stream).forEach(ahead::push);
      }
    }
  }

  private static List<UnitRef> optional(@org.jspecify.annotations.Nullable UnitRef ref) {
    return Stream.ofNullable(ref).toList();
  }
}
