package duban.chassis.page;

import duban.chassis.problem.Problems;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two parameters of every list, as a {@code @BeanParam}. */
public class Paging {

  private static final int DEFAULT = 50;
  private static final int MOST = 500;

  @QueryParam("after")
  @Nullable String after;

  @QueryParam("limit")
  @Nullable String limit;

  /** 1 to 500, 50 unless told. Throws a 400 problem otherwise. */
  public int limit() {
    if (limit == null) {
      return DEFAULT;
    }
    try {
      var number = Integer.parseInt(limit);
      if (number >= 1 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the one answer
    }
    throw Problems.badRequest(
        "invalid-parameter",
        "limit is '" + limit + "'; give a whole number from 1 to 500",
        "limit");
  }

  /** The cursor that the page before gave as {@code next}. */
  public Optional<String> after() {
    return Optional.ofNullable(after).filter(it -> !it.isEmpty());
  }
}
