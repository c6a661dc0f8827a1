package duban.catalog.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * Haidian beside Chaoyang, both under the city. It has a document that is open and one that is
 * internal, with a conference, a topic, a measure and obligations each. Made once, by whoever may
 * do everything.
 */
final class TwoDistricts {
  static final String INNER = "hd-inner";
  static final String OPEN = "hd-open";
  static final String INNER_MEASURE = INNER + "-H9-HT9-1";
  static final String OPEN_MEASURE = OPEN + "-H1-HT1-1";

  private static final String QUOTE = "每年至少召开2次";

  private static boolean made;

  private TwoDistricts() {}

  static void make() {
    if (made) {
      return;
    }
    made = true;
    unit("BJ", "北京市", "AREA", null, null);
    unit("BJ-BG", "市人大常委会办公室", "DEPARTMENT", "BJ", "INTERNAL");
    unit("HD", "海淀区", "AREA", "BJ", null);
    unit("HD-BG", "海淀区人大常委会办公室", "DEPARTMENT", "HD", "INTERNAL");
    unit("HD-W", "海淀区委", "BODY", "HD", "SUPERIOR");
    unit("HD-ZF", "海淀区政府", "BODY", "HD", "PEER");
    unit("HD-ZF-01", "海淀区教委", "DEPARTMENT", "HD-ZF", "DEPARTMENT");
    unit("HD-ZF-02", "海淀区民政局", "DEPARTMENT", "HD-ZF", "DEPARTMENT");
    unit("HD-JW-01", "海淀街道工委", "COMMITTEE", "HD", null);
    unit("HD-DB-01", "李代表", "DEPUTY", "HD", "PERSON");
    group("HD-BM", "海淀区政府工作部门", "HD-ZF", "DEPARTMENT", "HD-ZF-01", "HD-ZF-02");
    group("HD-JW", "海淀各街道工委", "HD", "PARTY", "HD-JW-01");
    group("HD-DB", "海淀区人大代表", "HD", "PERSON", "HD-DB-01");
    belongs("CY", "朝阳区");
    source(OPEN, "OPEN", "H1", "HT1", "公开");
    source(INNER, "INTERNAL", "H9", "HT9", "密而不宣");
    obligation("h-open", OPEN_MEASURE, "海淀公开的任务", "HD-BM", "");
    obligation("h-superior", OPEN_MEASURE, "海淀区委的任务", "HD-W", "");
    obligation("h-party", OPEN_MEASURE, "海淀街道工委的任务", "HD-JW", "");
    obligation("h-person", OPEN_MEASURE, "海淀代表的任务", "HD-DB-01", "");
    obligation("h-beside", OPEN_MEASURE, "代表协助的任务", "HD-ZF", "HD-DB-01");
    obligation("h-inner", INNER_MEASURE, "海淀内部的任务", "HD-ZF-01", "HD-BM");
  }

  /** The id of its one deadline, or its first. */
  static String deadline(String obligation) {
    String id = Account.CITY_LEADER.get("deadlines?obligation=" + obligation).path("items[0].id");
    assertThat(id).as(obligation).isNotNull();
    return id;
  }

  static String document(String id, String owner, String openness, String word) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("title", word + "的文件")
            .put("owner", owner)
            .put("openness", openness);
    List.of(word + "的专题", word + "的会议", "1. " + word + ":" + QUOTE + "会议。", "2. 其他。")
        .forEach(body.putArray("lines")::add);
    return body.toString();
  }

  static String conference(String document, String id, String word) {
    return "{\"documentId\": \"%s\", \"id\": \"%s\", \"name\": \"%s的会议\", \"year\": 2021}"
        .formatted(document, id, word);
  }

  static String topic(String document, String id, int position, String word) {
    return "{\"documentId\": \"%s\", \"id\": \"%s\", \"name\": \"%s的专题\", \"position\": %d}"
        .formatted(document, id, word, position);
  }

  static String measure(String document, String conference, String topic, int at, String text) {
    return """
    {"documentId": "%s", "conference": "%s", "topic": "%s", "ordinal": %d, "line": %d,
     "label": "%d.", "text": "%s"}
    """
        .formatted(document, conference, topic, at, at + 2, at, text);
  }

  /** Its addressee is a department of the other district. */
  static String obligation(
      String id, String measure, String title, String quote, String responsible, String beside) {
    return """
    {"id": "%s", "measureId": "%s", "title": "%s", "quote": "%s", "strength": "MUST",
     "who": {"responsible": ["%s"], "coHandlers": [%s], "addressee": "QZF-BM-27",
             "supervisor": "HD-BG", "fanOut": "PER_UNIT"},
     "rule": {"kind": "QUOTA", "period": "YEAR", "times": 2, "noun": "次会议", "due": "--12-31"},
     "afterDue": "EXPLAIN", "inForceFrom": "2028-01-01"}
    """
        .formatted(
            id, measure, title, quote, responsible, beside.isEmpty() ? "" : "\"" + beside + "\"");
  }

  static String obligation(String id, String responsible, String beside) {
    return obligation(id, OPEN_MEASURE, "海淀的任务", QUOTE, responsible, beside);
  }

  private static void obligation(
      String id, String measure, String title, String responsible, String beside) {
    made("obligations", obligation(id, measure, title, QUOTE, responsible, beside));
  }

  private static void source(
      String id, String openness, String conference, String topic, String word) {
    made("documents", document(id, "HD", openness, word));
    made("conferences", conference(id, conference, word));
    made("topics", topic(id, topic, 1, word));
    made("measures", measure(id, conference, topic, 1, word + ":" + QUOTE + "会议。"));
  }

  private static void unit(
      String code, String name, String kind, String superior, String relation) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", code)
            .put("name", name)
            .put("kind", kind)
            .put("superior", superior)
            .put("relation", relation);
    made(superior == null ? "units?confirm=true" : "units", body.toString());
  }

  private static void group(
      String code, String name, String superior, String relation, String... members) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", code)
            .put("name", name)
            .put("kind", "GROUP")
            .put("superior", superior)
            .put("relation", relation);
    List.of(members).forEach(body.putArray("members")::add);
    made("units", body.toString());
  }

  private static void belongs(String area, String name) {
    var etag = Account.ANONYMOUS.get("units/" + area).header("ETag");
    var body = "{\"id\": \"%s\", \"name\": \"%s\", \"kind\": \"AREA\", \"superior\": \"BJ\"}";
    Account.ANONYMOUS.put("units/" + area, etag, body.formatted(area, name)).then().statusCode(200);
  }

  static void made(String path, String body) {
    var status = Account.ANONYMOUS.post(path, body).statusCode();
    assertThat(status).as(body).isIn(200, 201);
  }
}
