package duban.catalog.chain;

import duban.catalog.obligation.Link;
import duban.catalog.obligation.Obligation;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Obligations and what leads from one to another, in both directions. */
final class Linked {
  private final Map<String, Obligation> known = new LinkedHashMap<>();

  Linked(Collection<Obligation> obligations) {
    obligations.forEach(it -> known.put(it.id(), it));
  }

  /**
   * Those around one, the oldest first. A link that was rejected leads to no more than its two
   * ends.
   *
   * @param year of an obligation's conference
   */
  List<Obligation> around(Obligation start, ToIntFunction<Obligation> year) {
    Set<String> found = new HashSet<>(Set.of(start.id()));
    Deque<String> ahead = new ArrayDeque<>(found);
    while (!ahead.isEmpty()) {
      String at = ahead.pop();
      beside(at, at.equals(start.id())).filter(found::add).forEach(ahead::push);
    }
    return found.stream()
        .map(it -> Objects.requireNonNull(known.get(it)))
        .sorted(
            Comparator.comparingInt(year)
                .thenComparingInt(it -> depth(it, new HashMap<>()))
                .thenComparing(Obligation::id))
        .toList();
  }

  private Stream<String> beside(String id, boolean rejectedToo) {
    Stream<String> earlier =
        Stream.ofNullable(known.get(id))
            .flatMap(it -> it.links().stream())
            .filter(it -> leads(it, rejectedToo))
            .map(Link::to);
    Stream<String> later =
        known.values().stream()
            .filter(
                it ->
                    it.links().stream()
                        .anyMatch(link -> link.to().equals(id) && leads(link, rejectedToo)))
            .map(Obligation::id);
    return Stream.concat(earlier, later).filter(known::containsKey);
  }

  private static boolean leads(Link link, boolean rejectedToo) {
    return rejectedToo || link.status() != Link.Status.REJECTED;
  }

  /** How many lie before it in a row. */
  private int depth(Obligation of, Map<String, Integer> depths) {
    Integer before = depths.putIfAbsent(of.id(), 0);
    if (before != null) {
      return before;
    }
    int depth =
        of.links().stream()
            .flatMap(it -> Stream.ofNullable(known.get(it.to())))
            .mapToInt(it -> 1 + depth(it, depths))
            .max()
            .orElse(0);
    depths.put(of.id(), depth);
    return depth;
  }
}
