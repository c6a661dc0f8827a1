package duban.notification.message;

/** What the API's description shows. */
final class Examples {

  static final String MESSAGE =
      """
      {"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "kind": "NOTICE", "recipient": "QZF-BM-03",
       "channel": "EMAIL", "day": "2027-10-25", "state": "SENT", "attempts": 1,
       "repeated": false, "messageId": "<0f8fad5b-d9cb-469f-a165-70867728950e@duban.example>",
       "subject": "【工作提示】报送法律法规贯彻实施情况:10月29日前",
       "createdAt": "2027-10-25T01:30:00Z", "sentAt": "2027-10-25T01:30:02Z"}""";
  static final String NEXT =
      """
      {"now": "2027-10-25T01:29:10Z", "at": "2027-10-25T01:30:00Z", "recipients": 46}""";

  private Examples() {}
}
