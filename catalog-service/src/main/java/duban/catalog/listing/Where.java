package duban.catalog.listing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The filters of a list, as one query. Values are bound, never written into it. */
public final class Where {
  private final StringBuilder hql = new StringBuilder("1 = 1");
  private final Map<String, Object> values = new HashMap<>();

  public Where equal(String column, Object value) {
    return and(column + " = :" + column, column, value);
  }

  /** Any of the columns contains the text; its % and _ mean themselves. */
  public Where contains(String text, String... columns) {
    return and("(" + like(columns) + ")", "q", pattern(text));
  }

  /**
   * Any of the columns, or the text of its measure, contains the text.
   *
   * @param seen a condition on the measure m: a text that is not seen must not be guessed at
   */
  public Where containsOrMeasure(String text, String seen, String... columns) {
    return and(
        "("
            + like(columns)
            + " or measureId in (select m.id from Measure m where m.text like :q escape '!' and "
            + seen
            + "))",
        "q",
        pattern(text));
  }

  private static String like(String... columns) {
    return Arrays.stream(columns)
        .map(column -> column + " like :q escape '!'")
        .collect(Collectors.joining(" or "));
  }

  private static String pattern(String text) {
    return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }

  public Where and(String condition, String name, Object value) {
    bind(name, value);
    return and(condition);
  }

  public Where and(String condition) {
    hql.append(" and ").append(condition);
    return this;
  }

  public void bind(String name, Object value) {
    values.put(name, value);
  }

  /** The one that is meant, or the first. */
  public <E> Optional<E> first(PanacheRepositoryBase<E, ?> from) {
    return from.find(hql.toString(), values).firstResultOptional();
  }

  public <E> boolean any(PanacheRepositoryBase<E, ?> from) {
    return from.count(hql.toString(), values) > 0;
  }

  /** Without an order. */
  public <E> List<E> all(PanacheRepositoryBase<E, ?> from) {
    return from.find(hql.toString(), values).list();
  }

  /** Only the ids, which costs less than reading what each says. */
  public <E, I> Set<I> ids(PanacheRepositoryBase<E, I> from, Class<E> entity, Class<I> id) {
    var query =
        from.getEntityManager()
            .createQuery("select id from " + entity.getName() + " where " + hql, id);
    values.forEach(query::setParameter);
    return new HashSet<>(query.getResultList());
  }

  /** One row more than the limit, which tells whether another page follows. */
  <E> List<E> fetch(PanacheRepositoryBase<E, ?> from, String order, int limit) {
    return from.find(hql + " order by " + order, values).range(0, limit).list();
  }
}
