package duban.catalog.deadline;

import duban.catalog.rule.Words;
import java.util.List;
import java.util.stream.Collectors;

/** What a deadline is made from. */
enum Ground {
  RULE("obligation", "规则", "the rule"),
  UNITS("unit", "单位名单", "the units"),
  CALENDAR("calendar", "工作日历", "the calendar");

  /** As its editions are called. */
  final String thing;

  private final String chinese;
  private final String english;

  Ground(String thing, String chinese, String english) {
    this.thing = thing;
    this.chinese = chinese;
    this.english = english;
  }

  static Words inWords(List<Ground> several) {
    return Words.of(
        several.stream().map(it -> it.chinese).collect(Collectors.joining("、")),
        several.stream().map(it -> it.english).collect(Collectors.joining(", ")));
  }
}
