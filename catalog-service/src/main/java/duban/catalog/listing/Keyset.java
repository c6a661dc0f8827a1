package duban.catalog.listing;

import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The order of a list, which is also where its next page begins: one column or two. */
public final class Keyset<E> {
  private record Column<E>(String name, Function<E, Object> of, Function<String, Object> parse) {}

  private final List<Column<E>> columns = new ArrayList<>();

  /** The least significant of two must be unique with the first. */
  public Keyset<E> by(String column, Function<E, Object> of) {
    return by(column, of, text -> text);
  }

  /**
   * A column that is no text.
   *
   * @param parse reads what {@code of} gave as a text; throws IllegalArgumentException or
   *     DateTimeException if it cannot
   */
  public Keyset<E> by(String column, Function<E, Object> of, Function<String, Object> parse) {
    columns.add(new Column<>(column, of, parse));
    return this;
  }

  /** The page that begins behind {@code paging}'s cursor. */
  public Page<E> page(PanacheRepositoryBase<E, ?> from, Where where, Paging paging) {
    paging.after().ifPresent(it -> behind(where, Cursor.decode(it, columns.size())));
    String order = String.join(", ", columns.stream().map(Column::name).toList());
    return Page.of(where.fetch(from, order, paging.limit()), paging.limit(), this::cursor);
  }

  private String cursor(E row) {
    return Cursor.encode(
        columns.stream().map(it -> it.of.apply(row).toString()).toArray(String[]::new));
  }

  /** (a, b) > (x, y), in words that use the index: a > x or a = x and b > y. */
  private void behind(Where where, List<String> key) {
    StringBuilder equal = new StringBuilder();
    List<String> either = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name;
      either.add(equal + name + " > :key" + i);
      equal.append(name).append(" = :key").append(i).append(" and ");
      where.bind("key" + i, parsed(columns.get(i), key.get(i)));
    }
    where.and("(" + String.join(" or ", either) + ")");
  }

  private static <E> Object parsed(Column<E> column, String text) {
    try {
      return column.parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Cursor.malformed();
    }
  }
}
