package duban.catalog.writing;

import static duban.catalog.writing.Caller.post;

import io.restassured.response.Response;

/** Obligations that a test makes for itself: the departments' report, by another day. */
final class Drafts {
  private Drafts() {}

  static Response create(String id, String due) {
    return post("obligations", obligation(id, due));
  }

  static String obligation(String id, String due) {
    return """
    {"id": "%s", "measureId": "chaoyang-2015-T2-1", "title": "报送贯彻实施情况",
     "quote": "区政府工作部门每年10月份向人大常委会报送本部门贯彻实施1—2部法律法规的情况",
     "strength": "MUST",
     "who": {"responsible": ["QZF-BM"], "supervisor": "RDCWH-BG", "fanOut": "PER_UNIT"},
     "rule": {"kind": "WINDOW", "period": "YEAR", "times": 1, "opens": "--10-01",
              "due": "%s", "lead": "P20D"},
     "afterDue": "MAKE_UP", "inForceFrom": "2028-01-01"}
    """
        .formatted(id, due);
  }
}
