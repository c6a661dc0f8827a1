package duban.catalog.writing;

import static duban.catalog.writing.Caller.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.Contracts;

/** Obligations that a test makes for itself, of measures of two conferences. */
final class Duties {
  static final String STANDING = "{\"kind\": \"STANDING\"}";
  static final String EARLY = "chaoyang-2001-T4-2";
  static final String LATE = "chaoyang-2015-T6-1";

  private Duties() {}

  static ObjectNode early(String id, String rule, String... responsible) {
    return of(id, EARLY, "每年至少两次专题听取区人大常委会党组的工作汇报", rule, responsible);
  }

  static ObjectNode late(String id, String rule, String... responsible) {
    return of(id, LATE, "每年至少召开2次乡人民代表大会会议", rule, responsible);
  }

  static String quota(int times, String period) {
    return "{\"kind\": \"QUOTA\", \"period\": \"%s\", \"times\": %d, \"noun\": \"次会议\"}"
        .formatted(period, times);
  }

  static void make(ObjectNode duty) {
    post("obligations", duty.toString()).then().statusCode(201);
  }

  private static ObjectNode of(
      String id, String measure, String quote, String rule, String... responsible) {
    ObjectNode duty =
        (ObjectNode)
            Contracts.json(
                """
                {"title": "自拟的任务要求", "strength": "MUST", "afterDue": "MAKE_UP",
                 "who": {"supervisor": "RDCWH-BG", "fanOut": "PER_UNIT"},
                 "inForceFrom": "2028-01-01"}
                """);
    duty.put("id", id).put("measureId", measure).put("quote", quote);
    duty.set("rule", Contracts.json(rule));
    var named = duty.withObject("/who").putArray("responsible");
    for (String unit : responsible) {
      named.add(unit);
    }
    return duty;
  }
}
