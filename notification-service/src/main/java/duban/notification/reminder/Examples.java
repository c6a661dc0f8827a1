package duban.notification.reminder;

/** What the API's description shows, of the report that each department owes in October. */
final class Examples {

  static final String REMINDER =
      """
      {"id": "5e0b1f0e-6a83-5b0f-9c53-0d0c1f6f7a11", "version": 1,
       "deadlineId": "c8016298-c172-53b1-9eee-346aed4e1360", "unit": "QZF-BM-03",
       "step": "BEFORE", "number": 5, "effectiveDueOn": "2027-10-29", "channel": "EMAIL",
       "recipient": "QZF-BM-03", "state": "SENT",
       "messageId": "0f8fad5b-d9cb-469f-a165-70867728950e", "stepOn": "2027-10-22",
       "dueAt": "2027-10-25T01:30:00Z", "sentAt": "2027-10-25T01:30:02Z", "task": "NOTICE"}""";
  static final String EXPLANATION =
      "{\"reminder\": "
          + REMINDER
          + """
          , "obligation": {"id": "o-039", "title": "报送法律法规贯彻实施情况",
             "quote": "区政府工作部门每年10月份向人大常委会报送", "measureId": "chaoyang-2015-T2-1",
             "label": "1.", "line": 39},
           "policy": {"id": "window", "version": 1, "kind": "WINDOW", "scope": "ALL",
             "enabled": true,
             "steps": [{"step": "BEFORE", "days": 5, "channel": "EMAIL", "task": "NOTICE"}]},
           "calendar": {"year": 2027, "version": 1, "provisional": true},
           "dates": {"opensOn": "2027-10-01", "dueOn": "2027-10-29",
             "effectiveDueOn": "2027-10-29", "stepOn": "2027-10-22",
             "dueAt": "2027-10-25T01:30:00Z", "knownAt": "2027-10-25T01:29:10Z"},
           "sentence": "“报送法律法规贯彻实施情况”时限为2027年10月29日。时限前5个工作日为2027年10月22日,已发送。依据提示规则“window”(适用于全部)。",
           "english": "“报送法律法规贯彻实施情况” is due on 2027-10-29. The step BEFORE 5 lies on 2027-10-22; it was sent. It follows the policy window, for all."}""";

  private Examples() {}
}
