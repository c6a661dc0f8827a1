package duban.chassis.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One body, and the cases that are made of it by changing one field. */
record Body(JsonNode example, List<Case> cases) {

  /** Half a surrogate pair can only be sent as an escape. */
  private static final JsonMapper ESCAPING =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  void missing(String at, String name) {
    var body = example.deepCopy();
    ((ObjectNode) body.at(at)).remove(name);
    cases.add(Case.of(label(at, name, "missing"), it -> it.withBody(body.toString())).naming(name));
  }

  void forbidden(String at, String name, String what, JsonNode value) {
    add(at, name, what, value, "forbidden-character");
  }

  /** {@code at} is the JSON pointer of the object that holds {@code name}. */
  void add(String at, String name, String what, JsonNode value, String... types) {
    cases.add(with(at, name, what, value, types).naming(name));
  }

  Case with(String at, String name, String what, JsonNode value, String... types) {
    JsonNode body = example.deepCopy();
    ((ObjectNode) body.at(at)).set(name, value);
    return Case.of(label(at, name, what), it -> it.withBody(text(body)), types);
  }

  private static String text(JsonNode body) {
    try {
      return ESCAPING.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String label(String at, String name, String what) {
    return (at + "/" + name).substring(1) + ": " + what;
  }
}
