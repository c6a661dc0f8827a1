package duban.catalog.chain;

import duban.catalog.rule.Words;

/**
 * What became otherwise.
 *
 * @param sentence in Chinese
 * @param english the same
 */
record Change(What what, String sentence, String english) {

  /** Of what an obligation says. */
  enum What {
    TIMES("次数", "times"),
    PERIOD("周期", "period"),
    RULE("办理时限", "rule"),
    STRENGTH("刚性", "strength"),
    WHO("责任单位", "who is responsible"),
    CONDITIONS("条件", "conditions"),
    QUOTE("原文", "quote");

    private final String chinese;
    private final String english;

    What(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }
  }

  static Change of(What what, Words before, Words now) {
    return new Change(
        what,
        what.chinese + ":原为“" + before.chinese() + "”,现为“" + now.chinese() + "”",
        what.english + ": was “" + before.english() + "”, is “" + now.english() + "”");
  }

  static Change of(What what, String before, String now) {
    return of(what, Words.of(before, before), Words.of(now, now));
  }
}
