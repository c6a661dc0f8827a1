package duban.catalog.occasion;

/** What the API document shows. */
final class OccasionExamples {
  static final String NEW =
      """
      {"id": "5f0f6a52-7d0e-4d0b-9a3e-2a4a7f1c9b10", "type": "DISTRICT_CONGRESS_SESSION",
       "name": "第十八届人民代表大会第四次会议", "date": "2029-01-09", "year": 2029, "unit": "RD",
       "attributes": {"annual": true}, "lead": ["RDCWH-BG"], "co": ["QZF-BM-03", "QZF-BM-04"],
       "cancelled": false}
      """;

  /** Of the type's first year without a date, made by the service. */
  static final String EXPECTED = "b557daaa-5bcd-5be6-acad-c93042684c23";

  static final String DATED =
      """
      {"id": "b557daaa-5bcd-5be6-acad-c93042684c23", "type": "DISTRICT_CONGRESS_SESSION",
       "name": "第十八届人民代表大会第三次会议", "date": "2028-01-11", "attributes": {"annual": true}}
      """;

  static final String PLAN =
      """
      {"occasions": [
        {"id": "0b6c2f2e-57d5-4c0c-8f0e-6f1f7c7a2d01", "type": "DISTRICT_CONGRESS_SESSION",
         "name": "第十八届人民代表大会第五次会议", "date": "2030-01-08", "attributes": {"annual": true}},
        {"id": "0b6c2f2e-57d5-4c0c-8f0e-6f1f7c7a2d02", "type": "DISTRICT_CONGRESS_SESSION",
         "name": "第十八届人民代表大会第六次会议", "date": "2030-06-18", "attributes": {"annual": false},
         "follows": "0b6c2f2e-57d5-4c0c-8f0e-6f1f7c7a2d01"}]}
      """;

  private OccasionExamples() {}
}
