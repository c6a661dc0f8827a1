package duban.catalog.deadline;

import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Who;
import duban.catalog.occasion.OccasionType;
import duban.catalog.rule.EachTime;
import duban.catalog.rule.Words;
import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of an occasion a deadline rests on: which one, what is asked of it, and who is named.
 *
 * @param of whose it is, where it is the own one of whoever owes the deadline
 */
record OccasionInWords(
    Deadline deadline,
    Obligation obligation,
    Map<String, OccasionType> types,
    Optional<UnitRef> of) {
  private static final Words STOP = Words.of("。", ". ");

  Words inWords() {
    String type = deadline.occasionType();
    return type == null || !(obligation.rule() instanceof EachTime rule)
        ? Words.NONE
        : which(type, rule).and(kept(rule)).and(order(rule)).and(named());
  }

  private Words which(String type, EachTime rule) {
    if (Boolean.TRUE.equals(deadline.tally())) {
      return counted(name(type));
    }
    LocalDate on = deadline.occasionOn();
    if (on != null) {
      return Words.of("触发事项:" + name(type), "Occasion: " + name(type))
          .and(whose())
          .and(Words.of(",", ", "))
          .and(Words.of(on))
          .and(STOP);
    }
    Words day = rule.fallbackDue() == null ? Words.NONE : rule.fallbackDue().inWords();
    return Words.of(
            "触发事项:%s年%s".formatted(deadline.period(), name(type)),
            "Occasion: %s of %s".formatted(name(type), deadline.period()))
        .and(whose())
        .and(
            Words.of(
                ",日期未定,按备用期限(%s)。".formatted(day.chinese()),
                ", not dated yet: by the fallback (%s). ".formatted(day.english())));
  }

  private Words whose() {
    return of.map(it -> Words.of("(" + it.name() + ")", " (of " + it.name() + ")"))
        .orElse(Words.NONE);
  }

  /** Nothing is due, so no calendar is looked at either. */
  private Words counted(String name) {
    LocalDate from = deadline.periodFrom();
    LocalDate to = deadline.periodTo();
    return Words.of(
        "触发事项:%s,经常召开,不逐次定时限,只计次数:登记%s至%s的每一次,期满自动办结,一次没有照实记0次,不催办。".formatted(name, from, to),
        "Occasion: %s, so frequent that it is only counted: each time from %s to %s; then it closes by itself with its number, 0 if there was none, and nobody is reminded. "
            .formatted(name, from, to));
  }

  private static Words kept(EachTime rule) {
    var when = rule.when();
    return when == null
        ? Words.NONE
        : Words.of(
            "只用于%s为%s的事项。".formatted(when.attribute(), when.is()),
            "Only for those of which %s is %s. ".formatted(when.attribute(), when.is()));
  }

  private Words order(EachTime rule) {
    String first = rule.requires();
    Order order = deadline.order();
    if (first == null || order == null) {
      return Words.NONE;
    }
    Words found =
        switch (order) {
          case KEPT -> Words.of("已在先", "it did");
          case MISSING -> Words.of("未见", "none is named");
          case WRONG -> Words.of("次序颠倒", "it came later");
        };
    return Words.of("须先有" + name(first) + ":", name(first) + " must come first: ")
        .and(found)
        .and(STOP);
  }

  private Words named() {
    return obligation.who().responsible().contains(Who.LEAD)
        ? Words.of("责任单位由该事项指定。", "The occasion names who owes it. ")
        : Words.NONE;
  }

  private String name(@Nullable String type) {
    OccasionType known = types.get(type);
    return known == null ? String.valueOf(type) : known.name();
  }
}
