package duban.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Snapshots as the catalog publishes them, of a district that does not exist. */
final class Snapshots {

  static final String UNITS = "duban.units";
  static final String CALENDARS = "duban.calendars";
  static final String DEADLINES = "duban.deadlines";
  static final String PROGRESS = "duban.progress";

  private Snapshots() {}

  static String unitId(int number) {
    return "BM-" + number;
  }

  /** A measure has twenty deadlines. */
  static UUID deadlineId(int number) {
    return UUID.nameUUIDFromBytes(("deadline " + number).getBytes(StandardCharsets.UTF_8));
  }

  static String measureId(int deadline) {
    return "bench-2015-T1-" + deadline / 20;
  }

  /** All of one relation. */
  static List<Topics.Message> units(int from, int to, String relation) {
    var all = new ArrayList<Topics.Message>();
    for (int i = from; i < to; i++) {
      String id = unitId(i);
      all.add(message(UNITS, "duban.unit.v1", id, unit(id, relation)));
    }
    return all;
  }

  static String unit(String id, String relation) {
    return """
        {"id":"%1$s","version":1,"code":"%1$s","name":"区第%1$s局","kind":"DEPARTMENT",\
        "superior":{"id":"QZF","code":"QZF","name":"区政府"},"relation":"%2$s","organiser":[],\
        "aliases":[],"members":[],"place":"某区","inferred":true}"""
        .formatted(id, relation);
  }

  /** The area itself and its bodies, of which the departments are. */
  static List<Topics.Message> above() {
    var all = new ArrayList<Topics.Message>();
    all.add(message(UNITS, "duban.unit.v1", "CY", body("CY", "AREA", "")));
    for (String id : List.of("QZF", "RDCWH", "RDCWH-BG")) {
      var superior = "\"superior\":{\"id\":\"CY\",\"code\":\"CY\",\"name\":\"某区\"},";
      all.add(message(UNITS, "duban.unit.v1", id, body(id, "BODY", superior)));
    }
    return all;
  }

  private static String body(String id, String kind, String superior) {
    return """
        {"id":"%1$s","version":1,"code":"%1$s","name":"%1$s","kind":"%2$s",%3$s\
        "organiser":[],"aliases":[],"members":[],"inferred":true}"""
        .formatted(id, kind, superior);
  }

  static List<Topics.Message> calendars() {
    var all = new ArrayList<Topics.Message>();
    for (int year : new int[] {2026, 2027, 2028}) {
      String body =
          """
          {"id":"%1$d","year":%1$d,"version":1,"daysOff":{"%1$d-10-01":"国庆节"},\
          "makeUpWorkingDays":{},"provisional":true}"""
              .formatted(year);
      all.add(message(CALENDARS, "duban.calendar.v1", Integer.toString(year), body));
    }
    return all;
  }

  /** Each of a unit: deadline {@code n} of unit {@code n % units}. */
  static List<Topics.Message> deadlines(
      int from, int to, int units, String year, String opensOn, String dueOn) {
    var all = new ArrayList<Topics.Message>();
    for (int i = from; i < to; i++) {
      String id = deadlineId(i).toString();
      var body = deadline(id, measureId(i), unitId(i % units), year, opensOn, dueOn);
      all.add(message(DEADLINES, "duban.deadline.v1", id, body));
    }
    return all;
  }

  static String deadline(
      String id, String measure, String unit, String year, String opensOn, String dueOn) {
    return """
        {"id":"%1$s","version":1,"status":"ACTIVE","measureId":"%2$s","obligationId":"o-039",\
        "title":"报送法律法规贯彻实施情况","noun":"份报告",\
        "quote":"区政府工作部门每年10月份向人大常委会报送本部门贯彻实施1—2部法律法规的情况",\
        "kind":"WINDOW","strength":"MUST","unit":{"id":"%3$s","code":"%3$s","name":"区第%3$s局"},\
        "coHandlers":[],"supervisor":{"id":"RDCWH-BG","code":"RDCWH-BG","name":"区人大常委会办公室"},\
        "addressee":{"id":"RDCWH","code":"RDCWH","name":"区人大常委会"},"remindTo":"RESPONSIBLE",\
        "period":"%4$s","periodFrom":"%4$s-01-01","periodTo":"%4$s-12-31","opensOn":"%5$s",\
        "dueOn":"%6$s","required":1,"conditions":[{"attribute":"laws","atLeast":1,"atMost":2}],\
        "pace":[],"lead":"P20D","rated":false,"afterDue":"MAKE_UP",\
        "extension":{"max":"P15D","times":1},"evidence":["加盖公章的书面报告"],\
        "provisional":true,"madeOn":"%4$s-01-01"}"""
        .formatted(id, measure, unit, year, opensOn, dueOn);
  }

  /** Where a deadline stands; half a kilobyte, as records were measured before. */
  static Topics.Message progress(String key, long version) {
    var body =
        """
        {"deadlineId":"%s","version":%d,"state":"IN_PROGRESS","counted":1,"required":1,\
        "effectiveDueOn":"2027-10-29","padding":"%s"}"""
            .formatted(key, version, "x".repeat(350));
    return new Topics.Message(
        PROGRESS,
        key,
        "duban.progress.v1",
        key + "-" + version,
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static Topics.Message message(String topic, String type, String key, String body) {
    return new Topics.Message(topic, key, type, key + "-1", body.getBytes(StandardCharsets.UTF_8));
  }
}
