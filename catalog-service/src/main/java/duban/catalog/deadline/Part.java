package duban.catalog.deadline;

import duban.catalog.obligation.Obligation;
import duban.catalog.rule.PlainWindow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which deadlines are made again: all of some rules, or of each only those of some stretches.
 *
 * @param stretches of each rule's id; absent: all of them
 * @param units who owes them, by their ids; absent: whoever does
 */
record Part(
    List<Obligation> rules,
    @Nullable Map<String, Set<String>> stretches,
    @Nullable Set<String> units) {

  static Part whole(List<Obligation> rules) {
    return new Part(rules, null, null);
  }

  /**
   * What stays the same of a deadline however its days are reckoned: its period, or its occasion
   * where it belongs to none. Both are part of its id.
   */
  static String stretch(Obligation rule, PlainWindow window) {
    if (rule.rule().kind().ofPeriods()) {
      return window.period().id();
    }
    return window.occasion() == null ? "" : window.occasion().id().toString();
  }

  boolean has(Obligation rule, PlainWindow window) {
    return stretches == null
        || stretches.getOrDefault(rule.id(), Set.of()).contains(stretch(rule, window));
  }

  boolean isOwedBy(String unit) {
    return units == null || units.contains(unit);
  }

  /** So many rules at once. */
  Stream<Part> pieces(int size) {
    return IntStream.iterate(0, from -> from < rules.size(), from -> from + size)
        .mapToObj(from -> rules.subList(from, Math.min(from + size, rules.size())))
        .map(some -> new Part(some, stretches, units));
  }

  List<String> ids() {
    return rules.stream().map(Obligation::id).toList();
  }
}
