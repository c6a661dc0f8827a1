package duban.chassis.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ids and codes of the right form that nothing has. */
final class OtherNames {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private OtherNames() {}

  /** {@code body}, under an id that is not taken if the client gives one. */
  static JsonNode id(Operation operation, JsonNode body) {
    var example = body.deepCopy();
    if (operation.method().equals("POST") && example.path("id").isTextual()) {
      var document = operation.document();
      var whole = document.schema(operation.bodySchema(), example);
      var id = document.schema(whole.path("properties").path("id"), example);
      ((ObjectNode) example).set("id", nothing(id, "another-one", 2));
    }
    return example;
  }

  /** What is of the form that {@code schema} asks for, and the name of nothing. */
  static JsonNode nothing(JsonNode schema, String code, long number) {
    if (FieldCases.type(schema).equals("array")) {
      return JSON.arrayNode().add(nothing(schema.path("items"), code, number));
    }
    var uuid = schema.path("format").asText().equals("uuid");
    return JSON.textNode(uuid ? new UUID(0x4000, number).toString() : inForm(schema, code));
  }

  /** What breaks the form would be refused for that, and not because nothing has the name. */
  private static String inForm(JsonNode schema, String code) {
    var form = Pattern.compile(schema.path("pattern").asText(""));
    return Stream.of(code, code.toUpperCase(Locale.ROOT).replace('-', '_'), code.replace("-", ""))
        .filter(it -> form.matcher(it).find())
        .findFirst()
        .orElse(code);
  }
}
