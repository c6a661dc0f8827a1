package duban.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A yearly list as the catalog sends it. */
public final class YearlyListOf {

  private final Map<String, Object> body = new LinkedHashMap<>();
  private final List<Map<String, Object>> items = new ArrayList<>();
  private final Map<String, String> unit;

  private YearlyListOf(String code, String name) {
    unit = ref(code, name);
    body.put("id", UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    body.put("version", 1);
    body.put("year", 2028);
    body.put("unit", unit);
    body.put("sentOn", "2027-10-22");
    body.put("sentBy", ref("RDCWH-BG", "区人大常委会办公室"));
    body.put("items", items);
  }

  /** With a duty that has a date, one that is only listed, and one that it handles too. */
  public static YearlyListOf of(String code, String name) {
    return new YearlyListOf(code, name)
        .row("报送法律法规贯彻实施情况", "MUST", "RESPONSIBLE", "2028-10-31", "每年10月,1份报告")
        .row("探索开展联合调研", "AIM", "RESPONSIBLE", null, "不定期", "倡导性,不催办")
        .row("配合执法检查", "IN_PRINCIPLE", "CO_HANDLER", "2028-06-30", "每年1次", "期限暂算");
  }

  private YearlyListOf row(
      String task, String strength, String role, String dueOn, String frequency, String... marks) {
    var own = role.equals("RESPONSIBLE");
    var item = new HashMap<String, Object>();
    item.put("number", items.size() + 1);
    item.put("obligationId", "o-" + items.size());
    item.put("measureId", "m-" + items.size());
    item.put("basis", "〔2015〕T3/" + (items.size() + 1));
    item.put("task", task);
    item.put("strength", strength);
    item.put("role", role);
    item.put("responsible", List.of(own ? unit : ref("RDCWH-CJ", "财经委")));
    item.put("coHandlers", own ? List.of() : List.of(unit));
    var date = new HashMap<String, Object>();
    date.put("dueOn", dueOn);
    date.put("provisional", !own);
    if (own) {
      date.put("deadlineId", deadline());
    }
    item.put("dates", dueOn == null ? List.of() : List.of(date));
    item.put("frequency", frequency);
    item.put("marks", List.of(marks));
    items.add(item);
    return this;
  }

  /** As {@link Year2027#report} names it. */
  private String deadline() {
    return "o-039-" + unit.get("code");
  }

  public YearlyListOf with(String field, Object value) {
    body.put(field, value);
    return this;
  }

  /** Its first row is only counted until that day. */
  public YearlyListOf counted() {
    var date = new HashMap<String, Object>();
    date.put("dueOn", "2028-06-30");
    date.put("provisional", false);
    date.put("deadlineId", deadline());
    date.put("tally", true);
    items.get(0).put("dates", List.of(date));
    return this;
  }

  /** Only what stands in the list and makes no deadlines. */
  public YearlyListOf listedOnly() {
    items.removeIf(it -> !it.get("strength").equals("AIM"));
    return this;
  }

  public String id() {
    return String.valueOf(body.get("id"));
  }

  public Feed to(Feed feed) {
    return feed.raw("duban.yearly-lists", id(), "duban.yearly-list.v1", Feed.json(body));
  }

  private static Map<String, String> ref(String code, String name) {
    return Map.of("id", code, "code", code, "name", name);
  }
}
