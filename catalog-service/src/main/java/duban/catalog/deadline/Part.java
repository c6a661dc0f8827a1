package duban.catalog.deadline;

import duban.catalog.deadline.Pieces.Slice;
import duban.catalog.obligation.Obligation;
import duban.catalog.rule.PlainWindow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deadlines are made again: all of some rules, or of each only those of some stretches.
 *
 * @param stretches of each rule's id; absent: all of them
 * @param units who owes them, by their ids; absent: whoever does
 * @param slice of these again a part
 */
record Part(
    List<Obligation> rules,
    @Nullable Map<String, Set<String>> stretches,
    @Nullable Set<String> units,
    Slice slice) {

  static Part whole(List<Obligation> rules) {
    return new Part(rules, null, null, Slice.WHOLE);
  }

  /**
   * What stays the same of a deadline however its days are reckoned: its period, or its occasion
   * where it belongs to none. Both are part of its id.
   */
  static String stretch(Obligation rule, PlainWindow window) {
    if (rule.rule().kind().ofPeriods(window.occasion() != null)) {
      return window.period().id();
    }
    return window.occasion() == null ? "" : window.occasion().id().toString();
  }

  boolean has(Obligation rule, PlainWindow window) {
    return stretches == null
        || stretches.getOrDefault(rule.id(), Set.of()).contains(stretch(rule, window));
  }

  boolean isWhole() {
    return slice.of() == 1;
  }

  boolean isOwedBy(String unit) {
    return units == null || units.contains(unit);
  }

  /** A piece of it. */
  Part of(List<Obligation> some, Slice part) {
    return new Part(some, stretches, units, part);
  }

  List<String> ids() {
    return rules.stream().map(Obligation::id).toList();
  }
}
