package duban.chassis.sql;

import java.lang.reflect.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as the parameters of one statement, column by column, for PostgreSQL's {@code
 * unnest(?::text[], ?::bigint[])}: one round trip however many they are.
 */
public final class Columns<T> {

  /** What a row holds in a column. */
  @FunctionalInterface
  public interface Cell<T> extends Function<T, @Nullable Object> {}

  /**
   * The driver sends an array of exactly these as its bytes; of anything else it writes a literal,
   * character by character, for the database to read again.
   */
  private static final Map<String, Class<?>> SENT_AS =
      Map.of(
          "text", String.class, "int8", Long.class, "int4", Integer.class, "bytea", byte[].class);

  private final PreparedStatement statement;
  private final Collection<T> rows;
  private int next;

  private Columns(PreparedStatement statement, int first, Collection<T> rows) {
    this.statement = statement;
    this.next = first;
    this.rows = rows;
  }

  public static <T> Columns<T> of(PreparedStatement statement, Collection<T> rows) {
    return from(1, statement, rows);
  }

  /**
   * The same behind other parameters.
   *
   * @param first the number of the first column's parameter
   */
  public static <T> Columns<T> from(int first, PreparedStatement statement, Collection<T> rows) {
    return new Columns<>(statement, first, rows);
  }

  /**
   * Sets the next parameter.
   *
   * @param type as PostgreSQL names it, such as {@code int8}
   */
  public Columns<T> add(String type, Cell<T> cell) throws SQLException {
    Object[] cells =
        (Object[]) Array.newInstance(SENT_AS.getOrDefault(type, Object.class), rows.size());
    Object[] values = rows.stream().map(cell).toArray(size -> cells);
    statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
    return this;
  }

  public Columns<T> text(Cell<T> cell) throws SQLException {
    return add("text", cell);
  }
}
