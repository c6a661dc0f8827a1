package duban.status.listing;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conditions of a query, with their values, which are bound and never written into it. */
public final class Clauses {

  private final List<String> texts = new ArrayList<>(List.of("1 = 1"));
  private final Map<String, Object> values = new HashMap<>();

  /** {@code column = :name} */
  public Clauses equal(String column, String name, Object value) {
    return and(column + " = :" + name, name, value);
  }

  public Clauses and(String text, String name, Object value) {
    return and(text, Map.of(name, value));
  }

  public Clauses and(String text, Map<String, Object> bound) {
    texts.add(text);
    values.putAll(bound);
    return this;
  }

  /**
   * The first rows of the query.
   *
   * @param from up to where the conditions begin
   */
  public List<Object[]> rows(EntityManager database, String from, String order, int most) {
    // As a parameter PostgreSQL would plan for a tenth of all rows, and walk through them in order.
    var query =
        database.createQuery(
            from
                + " where "
                + String.join(" and ", texts)
                + " order by "
                + order
                + " limit "
                + most,
            Object[].class);
    values.forEach(query::setParameter);
    return query.getResultList();
  }

  /** For {@code like … escape '!'}: contains the text, whose % and _ mean themselves. */
  static String pattern(String text) {
    return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
