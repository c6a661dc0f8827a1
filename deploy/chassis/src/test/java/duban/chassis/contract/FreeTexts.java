package duban.chassis.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a body may hold any text: neither a code, nor a value out of a list, nor a day. */
final class FreeTexts {

  /**
   * One of them.
   *
   * @param example in which it is given, or the first if none has it
   * @param at the JSON pointer of the object or list around it
   * @param name in an object; in a list its number
   * @param list whether the example has no such list yet
   */
  record Place(String example, String at, String name, boolean list) {

    void put(ObjectNode body, String text) {
      var around = body.at(at);
      if (around instanceof ArrayNode many) {
        many.set(Integer.parseInt(name), text);
      } else if (list) {
        ((ObjectNode) around).putArray(name).add(text);
      } else {
        ((ObjectNode) around).put(name, text);
      }
    }

    /** Of which a problem must name one. */
    List<String> fields() {
      return Stream.of((at + "/" + name).split("/")).filter(it -> it.matches("\\D+")).toList();
    }
  }

  private final Document document;
  private final Map<String, Place> given = new LinkedHashMap<>();
  private final Map<String, Place> absent = new LinkedHashMap<>();

  private FreeTexts(Document document) {
    this.document = document;
  }

  static List<Place> of(Operation operation) {
    var texts = new FreeTexts(operation.document());
    operation
        .bodyExamples()
        .forEach((name, body) -> texts.object(name, "", operation.bodySchema(), body));
    texts.absent.keySet().removeAll(texts.given.keySet());
    List<Place> all = new ArrayList<>(texts.given.values());
    all.addAll(texts.absent.values());
    return all;
  }

  private void object(String example, String at, JsonNode node, JsonNode value) {
    var schema = document.schema(node, value);
    schema
        .path("properties")
        .properties()
        .forEach(it -> field(example, at, it.getKey(), it.getValue(), value.path(it.getKey())));
    if (value.isObject() && free(schema.path("additionalProperties"))) {
      value.fieldNames().forEachRemaining(it -> found(given, new Place(example, at, it, false)));
    }
  }

  private void field(String example, String at, String name, JsonNode node, JsonNode value) {
    var schema = document.schema(node, value);
    var items = schema.path("items");
    var below = at + "/" + name;
    if (free(schema)) {
      found(value.isMissingNode() ? absent : given, new Place(example, at, name, false));
    } else if (free(items)) {
      var place =
          value.isEmpty()
              ? new Place(example, at, name, true)
              : new Place(example, below, "0", false);
      found(value.isEmpty() ? absent : given, place);
    } else if (value.isObject()) {
      object(example, below, node, value);
    } else {
      for (int i = 0; i < value.size(); i++) {
        object(example, below + "/" + i, items, value.get(i));
      }
    }
  }

  private static void found(Map<String, Place> places, Place place) {
    places.putIfAbsent(String.join("/", place.fields()), place);
  }

  private boolean free(JsonNode node) {
    if (!node.isObject()) {
      return false;
    }
    var schema = document.schema(node, MissingNode.getInstance());
    return schema.path("type").asText().equals("string")
        && !schema.has("enum")
        && !schema.has("format")
        && Texts.SHORT.stream()
            .allMatch(it -> Pattern.compile(schema.path("pattern").asText("")).matcher(it).find());
  }
}
