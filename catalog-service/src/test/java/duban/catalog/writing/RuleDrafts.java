package duban.catalog.writing;

/** An obligation of each kind that a test makes for itself; in force from next year. */
final class RuleDrafts {
  private RuleDrafts() {}

  /** Of 24 units, for which nothing else is owed. */
  static String quota(String id, int times, String due) {
    String rule =
        """
        {"kind": "QUOTA", "period": "YEAR", "times": %d, "noun": "次会议", "due": "%s",
         "pace": [{"count": 1, "by": "--06-30"}], "lead": "P20D"}
        """;
    return obligation(
        id,
        "chaoyang-2015-T6-1",
        "每年至少召开2次乡人民代表大会会议",
        "JDGW",
        "PER_UNIT",
        rule.formatted(times, due));
  }

  /** Of 27 units. */
  static String window(String id, int times, String due) {
    String rule =
        """
        {"kind": "WINDOW", "period": "YEAR", "times": %d, "opens": "--10-01", "due": "%s",
         "lead": "P20D"}
        """;
    return obligation(
        id,
        "chaoyang-2015-T2-1",
        "每年10月份向人大常委会报送本部门贯彻实施1—2部法律法规的情况",
        "QZF-BM",
        "PER_UNIT",
        rule.formatted(times, due));
  }

  /** Of one unit; each checkpoint as {@link #checkpoint} writes it. */
  static String checkpoints(String id, String... checkpoints) {
    String rule = "{\"kind\": \"CHECKPOINTS\", \"period\": \"YEAR\", \"checkpoints\": [%s]}";
    return obligation(
        id,
        "chaoyang-2015-T3-3",
        "坚持年初交办听方案、年中检查看进度、年底审议促落实的全程督办模式",
        "QZF",
        "JOINT",
        rule.formatted(String.join(", ", checkpoints)));
  }

  static String checkpoint(String name, String due, String actor, String completes) {
    return "{\"name\": \"%s\", \"due\": \"%s\", \"actor\": \"%s\", \"completes\": \"%s\"}"
        .formatted(name, due, actor, completes);
  }

  private static String obligation(
      String id, String measure, String quote, String responsible, String fanOut, String rule) {
    return """
    {"id": "%s", "measureId": "%s", "title": "自拟的任务要求", "quote": "%s", "strength": "MUST",
     "who": {"responsible": ["%s"], "supervisor": "RDCWH-BG", "fanOut": "%s"},
     "rule": %s, "afterDue": "MAKE_UP", "inForceFrom": "2028-01-01"}
    """
        .formatted(id, measure, quote, responsible, fanOut, rule);
  }
}
