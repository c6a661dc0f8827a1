package duban.chassis.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with a body as a whole. */
final class BodyCases {

  private static final int TOO_LARGE = 256 * 1024 + 1;
  private static final int DEEP = 100_000;

  private BodyCases() {}

  static List<Case> of(JsonNode example) {
    var text = example.toString();
    var first = example.properties().iterator();
    List<Case> cases = new ArrayList<>();
    cases.add(body("broken JSON", text.substring(0, text.length() - 1), "broken-json"));
    cases.add(body("no JSON", "督办", "broken-json"));
    cases.add(body("two objects", text + text, "wrong-type", "broken-json"));
    cases.add(body("empty body", "", "empty-body", "invalid-field"));
    cases.add(body("null as body", "null", "empty-body"));
    cases.add(body("a list as body", "[" + text + "]", "wrong-type"));
    cases.add(body("a text as body", "\"督办\"", "wrong-type"));
    if (first.hasNext()) {
      var field = first.next();
      var twice = "{\"" + field.getKey() + "\":" + field.getValue() + "," + text.substring(1);
      cases.add(body("duplicate key", twice, "broken-json").naming(field.getKey()));
    }
    var padded = text + " ".repeat(TOO_LARGE - text.getBytes(StandardCharsets.UTF_8).length);
    cases.add(body("body over 256 KB", padded, "body-too-large"));
    var deep = "{\"x\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}";
    cases.add(body("lists within lists within lists", deep, "broken-json", "unknown-field"));
    cases.add(
        Case.of(
            "invalid UTF-8",
            it -> it.withBody(("{\"\u00c3\u0028\":1}").getBytes(StandardCharsets.ISO_8859_1)),
            "broken-json"));
    cases.add(
        Case.of(
            "UTF-32 that is none",
            it -> it.withBody(new byte[] {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f}),
            "broken-json"));
    for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
      cases.add(
          Case.of(
              "as " + type, it -> it.withHeader("Content-Type", type), "unsupported-media-type"));
    }
    return cases;
  }

  private static Case body(String name, String body, String... types) {
    return Case.of(name, it -> it.withBody(body), types);
  }
}
