package duban.catalog.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the deadlines of a part are found where they are stored.
 *
 * @param sql a condition
 * @param bound what its question marks stand for
 */
record Stored(String sql, List<Object> bound) {
  private static final String RULES = "obligation_id = ANY (?)";

  /** As {@link Part#stretch} says. */
  private static final String STRETCHES =
      """
       AND (obligation_id, CASE kind WHEN 'ONE_OFF' THEN ''
                                     WHEN 'EACH_TIME' THEN coalesce(body->>'occasionId', period)
                                     ELSE period END)
           IN (SELECT * FROM unnest(?::text[], ?::text[]))
      """;

  private static final String UNITS = " AND unit_id = ANY (?)";

  /** As {@link Pieces.Slice#has} says. */
  private static final String SLICE =
      " AND (get_byte(uuid_send(id), 14) * 256 + get_byte(uuid_send(id), 15)) % ? = ?";

  static Stored of(Part part) {
    StringBuilder sql = new StringBuilder(RULES);
    List<Object> bound = new ArrayList<>(List.of(part.ids()));
    var stretches = part.stretches();
    if (stretches != null) {
      List<String> rules = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (String id : part.ids()) {
        stretches
            .getOrDefault(id, Set.of())
            .forEach(
                it -> {
                  rules.add(id);
                  names.add(it);
                });
      }
      sql.append(STRETCHES);
      bound.addAll(List.of(rules, names));
    }
    if (part.units() != null) {
      sql.append(UNITS);
      bound.add(List.copyOf(part.units()));
    }
    if (part.slice().of() > 1) {
      sql.append(SLICE);
      bound.addAll(List.of(part.slice().of(), part.slice().number()));
    }
    return new Stored(sql.toString(), bound);
  }

  /** What is bound, behind what is bound before it. */
  Object[] after(Object... before) {
    return Stream.concat(Stream.of(before), bound.stream()).toArray();
  }
}
