package duban.status.stream;

/** What the API document shows. */
final class Examples {

  static final String STREAM =
      """
      :
      id:AR8eXB0AAAEAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAA
      retry:2000

      id:AR8eXB0AAAEAAAEAAAAAAAAAAAAAAgAAAAAAAAAAAAA
      event:implementation
      data:{"id":"7d3f5c1e-2b64-4c55-9f0a-5d1c3a9e8b01","seq":2,"previous":"4f3c1d0a5be2d9f0c3b7a8968574635241302f1e0d9c8b7a6f5e4d3c2b1a0998","measureId":"chaoyang-2015-T2-1","deadlineId":"c8016298-c172-53b1-9eee-346aed4e1360","unit":"QZF-BM-03","type":"COUNTED","effectiveOn":"2027-10-25","recordedAt":"2027-10-25T01:32:07.123456Z","attributes":{"laws":1}}

      id:AR8eXB0AAAEAAAEAAAAAAAAAAAAAAgABAAAAAAAAAAA
      event:progress
      data:{"deadlineId":"c8016298-c172-53b1-9eee-346aed4e1360","version":3,"state":"IN_PROGRESS","counted":1,"required":1,"effectiveDueOn":"2027-10-29"}

      """;

  private Examples() {}
}
