package duban.notification;

import duban.chassis.json.Json;
import duban.notification.deadline.Deadline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A duty of any kind, as the catalog would publish it. */
public final class Duty {

  private final Map<String, Object> body = new HashMap<>();

  private Duty(String kind, String title, String opensOn, String dueOn) {
    body.put("id", title);
    body.put("version", 1);
    body.put("status", "ACTIVE");
    body.put("obligationId", "o-1");
    body.put("title", title);
    body.put("kind", kind);
    body.put("strength", "MUST");
    body.put("unit", ref("QZF-BM-03", "区科技和信息化局"));
    body.put("supervisor", ref("RDCWH-BG", "区人大常委会办公室"));
    body.put("remindTo", "RESPONSIBLE");
    body.put("period", dueOn.substring(0, 4));
    body.put("opensOn", opensOn);
    body.put("dueOn", dueOn);
    body.put("afterDue", "MAKE_UP");
  }

  public static Duty of(String kind, String title, String opensOn, String dueOn) {
    return new Duty(kind, title, opensOn, dueOn);
  }

  public Duty with(String field, Object value) {
    body.put(field, value);
    return this;
  }

  public Duty by(String code, String name) {
    return with("unit", ref(code, name));
  }

  public Duty supervisedBy(String code, String name) {
    return with("supervisor", ref(code, name));
  }

  public Duty and(String code, String name, String coDueOn) {
    return with("coHandlers", List.of(ref(code, name))).with("coDueOn", coDueOn);
  }

  public Duty pace(int count, String by) {
    return with("pace", List.of(Map.of("count", count, "by", by)));
  }

  public Deadline deadline() {
    return Json.contract().convertValue(body, Deadline.class);
  }

  private static Map<String, String> ref(String code, String name) {
    return Map.of("id", code, "code", code, "name", name);
  }
}
