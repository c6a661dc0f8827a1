package duban.chassis.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor for {@code after}, absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /** From up to limit + 1 rows: the extra one only tells that more follow. */
  public static <T> Page<T> of(List<T> rows, int limit, Function<? super T, String> cursorBehind) {
    if (rows.size() <= limit) {
      return new Page<>(List.copyOf(rows), null);
    }
    var items = List.copyOf(rows.subList(0, limit));
    return new Page<>(items, cursorBehind.apply(items.get(limit - 1)));
  }

  /** The same page in another shape. */
  public <R> Page<R> map(Function<? super T, ? extends R> view) {
    return new Page<>(items.stream().<R>map(view).toList(), next);
  }
}
