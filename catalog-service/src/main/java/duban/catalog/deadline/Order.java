package duban.catalog.deadline;

import duban.catalog.occasion.Occasion;
import duban.catalog.rule.EachTime;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether what must come first came first. */
enum Order {
  KEPT,
  MISSING,
  WRONG;

  /** Null where nothing must come first. */
  static @Nullable Order of(EachTime rule, Occasion occasion, Map<UUID, Occasion> all) {
    if (rule.requires() == null) {
      return null;
    }
    Occasion first = occasion.follows() == null ? null : all.get(occasion.follows());
    if (first == null || first.cancelled() || !first.type().equals(rule.requires())) {
      return MISSING;
    }
    LocalDate before = first.date();
    LocalDate then = occasion.date();
    if (before == null) {
      return MISSING;
    }
    return then != null && before.isAfter(then) ? WRONG : KEPT;
  }
}
