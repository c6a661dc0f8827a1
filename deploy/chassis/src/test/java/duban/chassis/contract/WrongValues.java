package duban.chassis.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that a schema refuses. */
record WrongValues(String name, JsonNode value, String... types) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> FORMATS = Set.of("date", "date-time", "uuid");
  private static final int LONGEST = 60_000; // in three bytes each, still below 256 KB

  static List<WrongValues> of(String type, JsonNode schema, JsonNode example) {
    List<WrongValues> wrong = new ArrayList<>();
    switch (type) {
      case "string" -> {
        wrong.add(new WrongValues("a number", JSON.numberNode(7), "wrong-type"));
        wrong.add(new WrongValues("an object", JSON.objectNode(), "wrong-type"));
        texts(schema, wrong);
      }
      case "integer", "number" -> {
        wrong.add(new WrongValues("a text", JSON.textNode("7"), "wrong-type"));
        wrong.add(new WrongValues("a list", JSON.arrayNode(), "wrong-type"));
        numbers(type, schema, wrong);
      }
      case "boolean" -> {
        wrong.add(new WrongValues("a text", JSON.textNode("true"), "wrong-type"));
        wrong.add(new WrongValues("a number", JSON.numberNode(1), "wrong-type"));
      }
      case "array" -> {
        wrong.add(new WrongValues("a text", JSON.textNode("a"), "wrong-type"));
        lists(schema, example, wrong);
      }
      case "object" -> {
        wrong.add(new WrongValues("a text", JSON.textNode("a"), "wrong-type"));
        wrong.add(new WrongValues("a list", JSON.arrayNode(), "wrong-type"));
      }
      default -> {
        // anything goes
      }
    }
    return wrong;
  }

  private static void texts(JsonNode schema, List<WrongValues> wrong) {
    var most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    if (most < LONGEST) {
      wrong.add(new WrongValues("too long", JSON.textNode("督".repeat(most + 1))));
    }
    if (schema.path("minLength").asInt() > 0) {
      wrong.add(new WrongValues("too short", JSON.textNode("")));
    }
    if (schema.has("pattern")) {
      List.of(" ", "!", "督 办").stream()
          .filter(text -> !Pattern.compile(schema.get("pattern").asText()).matcher(text).find())
          .forEach(text -> wrong.add(new WrongValues("'" + text + "'", JSON.textNode(text))));
    }
    if (schema.has("enum")) {
      wrong.add(new WrongValues("unknown value", JSON.textNode("NO_SUCH_VALUE")));
    }
    if (schema.has("enum") || FORMATS.contains(schema.path("format").asText())) {
      wrong.add(new WrongValues("an empty text", JSON.textNode("")));
    }
    switch (schema.path("format").asText()) {
      case "date" -> wrong.add(new WrongValues("no such day", JSON.textNode("2027-02-30")));
      case "date-time" -> wrong.add(new WrongValues("only a day", JSON.textNode("2027-10-31")));
      case "uuid" -> wrong.add(new WrongValues("no UUID", JSON.textNode("7")));
      default -> {
        // any text
      }
    }
  }

  private static void numbers(String type, JsonNode schema, List<WrongValues> wrong) {
    if (schema.has("minimum")) {
      number("too small", schema.get("minimum").decimalValue().subtract(BigDecimal.ONE), wrong);
    }
    if (schema.has("exclusiveMinimum")) {
      number("too small", schema.get("exclusiveMinimum").decimalValue(), wrong);
    }
    if (schema.has("maximum")) {
      number("too large", schema.get("maximum").decimalValue().add(BigDecimal.ONE), wrong);
    }
    if (schema.has("exclusiveMaximum")) {
      number("too large", schema.get("exclusiveMaximum").decimalValue(), wrong);
    }
    if (type.equals("integer")) {
      wrong.add(new WrongValues("a fraction", JSON.numberNode(1.5)));
      number("beyond 64 bits", new BigDecimal(BigInteger.ONE.shiftLeft(70)), wrong);
    }
  }

  private static void number(String name, BigDecimal value, List<WrongValues> wrong) {
    wrong.add(new WrongValues(name, JSON.numberNode(value.toBigInteger())));
  }

  private static void lists(JsonNode schema, JsonNode example, List<WrongValues> wrong) {
    if (schema.path("minItems").asInt() > 0) {
      wrong.add(new WrongValues("an empty list", JSON.arrayNode()));
    }
    var most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
    if (most < LONGEST && !example.path(0).isMissingNode()) {
      ArrayNode many = JSON.arrayNode();
      for (int i = 0; i <= most; i++) {
        many.add(example.get(0));
      }
      wrong.add(new WrongValues("a list too long", many));
    }
  }
}
