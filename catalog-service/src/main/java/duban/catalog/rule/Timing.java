package duban.catalog.rule;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How a date lies to its occasion. */
public enum Timing {
  BEFORE(Period.ofDays(-1), "前", "before"),
  AT(Period.ZERO, "时", "at"),
  AFTER(Period.ZERO, "后", "after"),
  NOT_BEFORE(Period.ZERO, "之后方可", "not before");

  private final Period otherwise;
  private final String chinese;
  private final String english;

  Timing(Period otherwise, String chinese, String english) {
    this.otherwise = otherwise;
    this.chinese = chinese;
    this.english = english;
  }

  /** How far, where nothing is said. */
  Period otherwise() {
    return otherwise;
  }

  boolean allows(Period offset) {
    boolean mixed = offset.toTotalMonths() * offset.get(ChronoUnit.DAYS) < 0;
    boolean back = offset.toTotalMonths() < 0 || offset.get(ChronoUnit.DAYS) < 0;
    return !mixed
        && switch (this) {
          case BEFORE -> back;
          case AFTER -> !back;
          case AT, NOT_BEFORE -> offset.isZero();
        };
  }

  /** How one that it allows is given. */
  String offset() {
    return switch (this) {
      case BEFORE -> "give one with a minus, such as -P10D";
      case AFTER -> "give one without a minus, such as P10D";
      case AT, NOT_BEFORE -> "leave it out";
    };
  }

  Words inWords(@Nullable Period offset, boolean workingDays) {
    Words span =
        offset == null || offset.isZero()
            ? Words.NONE
            : Words.of("", " ").and(Words.of(offset.isNegative() ? offset.negated() : offset));
    Words counted =
        workingDays && offset != null ? Words.of("(工作日)", " (working days)") : Words.NONE;
    return Words.of("每次该事项发生" + chinese, "each time,")
        .and(span)
        .and(counted)
        .and(Words.of("", " " + english + " the occasion"));
  }
}
