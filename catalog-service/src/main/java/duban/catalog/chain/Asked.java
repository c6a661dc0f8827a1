package duban.catalog.chain;

import duban.catalog.rule.Condition;
import duban.catalog.rule.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What occurrences must show, compared. */
final class Asked {
  private Asked() {}

  static Words inWords(List<Condition> conditions) {
    return conditions.stream()
        .map(Asked::inWords)
        .reduce((one, other) -> one.and(Words.of("、", ", ")).and(other))
        .orElse(Words.of("无", "none"));
  }

  private static Words inWords(Condition condition) {
    Words words = Words.of(condition.attribute(), condition.attribute());
    if (condition.atLeast() != null) {
      words = words.and(both("≥" + condition.atLeast().toPlainString()));
    }
    if (condition.atMost() != null) {
      words = words.and(both("≤" + condition.atMost().toPlainString()));
    }
    if (condition.is() != null) {
      words = words.and(both("=" + condition.is()));
    }
    return condition.when() == null ? words : words.and(Words.of("(届首次)", " (first of a term)"));
  }

  private static Words both(String text) {
    return Words.of(text, text);
  }

  /** The conditions of which the later ones ask nothing, or less. */
  static Stream<Weaker> less(List<Condition> before, List<Condition> now) {
    return before.stream()
        .filter(was -> now.stream().noneMatch(is -> asksAsMuch(was, is)))
        .map(Asked::gone);
  }

  /** A condition of every occurrence asks it of the first of a term too. */
  private static boolean asksAsMuch(Condition was, Condition is) {
    return is.attribute().equals(was.attribute())
        && (is.when() == null || is.when() == was.when())
        && keeps(was.atLeast(), is.atLeast(), 1)
        && keeps(was.atMost(), is.atMost(), -1)
        && (was.is() == null || is.comparesAs(was));
  }

  /**
   * @param sense 1 where more asks for more, -1 where less does
   */
  private static boolean keeps(@Nullable BigDecimal was, @Nullable BigDecimal is, int sense) {
    return Optional.ofNullable(was)
        .map(bound -> is != null && is.compareTo(bound) * sense >= 0)
        .orElse(true);
  }

  private static Weaker gone(Condition condition) {
    Words words = inWords(condition);
    return new Weaker(
        Weaker.Reason.CONDITION_LESS,
        "条件放宽:不再要求" + words.chinese(),
        "a condition less: " + words.english());
  }
}
