package duban.notification.policy;

/** What the API's description shows, of the report that each department owes in October. */
final class Examples {

  private static final String STEPS =
      """
      [{"step": "LEAD", "channel": "EMAIL", "task": "NOTICE"},
       {"step": "BEFORE", "days": 10, "channel": "EMAIL", "task": "NOTICE"},
       {"step": "DUE", "channel": "EMAIL", "task": "NOTICE"},
       {"step": "AFTER", "days": 3, "channel": "STAFF", "task": "TELEPHONE"}]""";
  private static final String REPORTS =
      """
      {"id": "science-reports", "version": 1, "kind": "WINDOW", "scope": "UNIT",
       "unit": "QZF-BM-03", "enabled": true, "steps":"""
          + STEPS
          + "}";

  static final String VIEW = REPORTS;
  static final String CREATE =
      "{\"id\": \"science-reports\", \"kind\": \"WINDOW\", \"unit\": \"QZF-BM-03\", \"steps\": "
          + STEPS
          + "}";
  static final String FOR_OBLIGATION =
      """
      {"id": "congress-sessions", "kind": "QUOTA", "obligation": "o-120a", "steps": [
        {"step": "PACE", "days": 30, "channel": "EMAIL", "task": "NOTICE"},
        {"step": "AFTER", "days": 1, "channel": "EMAIL", "task": "EXPLAIN"}]}""";
  static final String FOR_TERMS =
      """
      {"id": "party-group-proposals", "kind": "QUOTA_TERM", "obligation": "o-082", "steps": [
        {"step": "BEFORE", "span": "P12M", "channel": "EMAIL", "task": "NOTICE"},
        {"step": "AFTER", "days": 1, "channel": "EMAIL", "task": "EXPLAIN"}]}""";
  static final String CHANGE = "{\"enabled\": true, \"steps\": " + STEPS + "}";
  static final String ANSWER =
      "{\"policy\": "
          + REPORTS
          + """
          , "effect": {"appear": 0, "move": 1, "disappear": 2, "items": [
             {"change": "MOVES", "deadlineId": "c8016298-c172-53b1-9eee-346aed4e1360",
              "title": "报送法律法规贯彻实施情况", "unit": "QZF-BM-03", "step": "BEFORE", "number": 10,
              "channel": "EMAIL", "recipient": "QZF-BM-03", "dueAt": "2027-10-18T01:30:00Z",
              "before": {"number": 5, "dueAt": "2027-10-25T01:30:00Z"}}]}}""";

  private Examples() {}
}
