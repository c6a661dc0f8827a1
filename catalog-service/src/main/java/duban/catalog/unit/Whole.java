package duban.catalog.unit;

import duban.catalog.edit.Refused;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The only area at the top, by its code: a grant over it reaches what belongs to no unit. Where it
 * is no more, or has another beside it, nobody keeps that right.
 */
final class Whole {
  private Whole() {}

  /** Throws Refused if another would be the whole, or none, and nobody confirmed that. */
  static void expectKept(Units now, Units next, boolean confirmed) {
    Set<String> before = tops(now);
    Set<String> after = tops(next);
    if (!confirmed && before.size() == 1 && !after.equals(before)) {
      throw new Refused(
          "confirmation-needed",
          "kind",
          "%s would not be the only area (AREA) at the top any more, but %s: grants over it would no"
                  .formatted(before.iterator().next(), after.isEmpty() ? "none" : told(after))
              + " longer reach what belongs to no unit: nobody could stop or release the sending,"
              + " write types of occasions, or take this back; ask for it again with confirm=true"
              + " only if that is meant");
    }
  }

  private static String told(Set<String> codes) {
    return String.join(" and ", codes);
  }

  private static Set<String> tops(Units units) {
    return units.all().stream()
        .filter(it -> it.kind() == UnitKind.AREA && it.superior() == null)
        .map(Unit::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
