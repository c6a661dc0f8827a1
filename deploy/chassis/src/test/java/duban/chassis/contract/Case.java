package duban.chassis.contract;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param change makes the valid request into the wrong one
 * @param types what it may be called; empty: whatever the document shows
 * @param field what {@code detail} must name
 */
record Case(String name, UnaryOperator<Request> change, Set<String> types, @Nullable String field) {

  static Case of(String name, UnaryOperator<Request> change, String... types) {
    return new Case(name, change, Set.of(types), null);
  }

  Case naming(@Nullable String what) {
    return new Case(name, change, types, what);
  }
}
