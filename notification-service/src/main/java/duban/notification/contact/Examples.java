package duban.notification.contact;

/** What the API's description shows. */
final class Examples {

  static final String VIEW =
      """
      {"id": "li-mou-mou", "version": 1, "name": "李某某", "email": "li@chaoyang.example",
       "units": ["QZF-BM-03"], "active": true}""";
  static final String ANSWER =
      "{\"contact\": "
          + VIEW
          + """
          , "effect": {"appear": 1, "move": 0, "disappear": 1, "items": [
             {"change": "APPEARS", "deadlineId": "c8016298-c172-53b1-9eee-346aed4e1360",
              "title": "报送法律法规贯彻实施情况", "unit": "QZF-BM-03", "step": "DUE", "number": 0,
              "channel": "EMAIL", "recipient": "li-mou-mou", "dueAt": "2027-10-25T01:30:00Z"},
             {"change": "DISAPPEARS", "deadlineId": "c8016298-c172-53b1-9eee-346aed4e1360",
              "title": "报送法律法规贯彻实施情况", "unit": "QZF-BM-03", "step": "DUE", "number": 0,
              "channel": "EMAIL", "dueAt": "2027-10-25T01:30:00Z"}]}}""";
  static final String CREATE =
      """
      {"id": "li-mou-mou", "name": "李某某", "email": "li@chaoyang.example", "units": ["QZF-BM-03"]}""";
  static final String CHANGE =
      """
      {"name": "区科技和信息化局办公室", "email": "bangongshi@chaoyang.example",
       "units": ["QZF-BM-03"], "active": true}""";

  private Examples() {}
}
