package duban.chassis.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What can be wrong with each field of the bodies that an operation shows, wherever a body has the
 * object around it. A field is looked at once for each form of that object: its schema, with its
 * own kind or type where it has one.
 */
final class FieldCases {

  private static final String UNKNOWN = "noSuchField";

  /**
   * The fields of an object that name, by id or code, what must be there already. What is not among
   * them is the client's own, or may be a thing of which the service is told later or never.
   */
  private static final String REFERS = "x-refers-to";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Operation operation;
  private final Document document;
  private final Set<String> seen = new HashSet<>();
  private final List<Omission> omissions = new ArrayList<>();

  FieldCases(Operation operation) {
    this.operation = operation;
    this.document = operation.document();
  }

  /** The fields that may be left out and were found since this was asked last. */
  List<Omission> omissions() {
    var found = List.copyOf(omissions);
    omissions.clear();
    return found;
  }

  /** What the examples before this one did not have. */
  List<Case> of(JsonNode example) {
    var body = new Body(example, new ArrayList<>());
    object(body, "", operation.bodySchema(), example);
    return body.cases();
  }

  /** {@code at} is the JSON pointer of the object {@code value}. */
  private void object(Body body, String at, JsonNode node, JsonNode value) {
    var schema = document.schema(node, value);
    var place = at.replaceAll("/\\d+", "/*") + schema;
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(it -> required.add(it.asText()));
    var refers = Set.of(schema.path(REFERS).asText().split(" "));
    for (var it : schema.path("properties").properties()) {
      var name = it.getKey();
      if (fresh(place, name, schema, value)) {
        if (required.contains(name)) {
          body.missing(at, name);
          body.add(at, name, "null", JSON.nullNode());
        } else {
          omissions.add(new Omission(tried(body.example()), at, name));
        }
        field(body, at, name, it.getValue(), value.path(name));
        if (refers.contains(name)) {
          refersToNothing(body, at, name, document.schema(it.getValue(), value.path(name)));
        }
      }
      within(body, at + "/" + name, it.getValue(), value.path(name));
    }
    var more = schema.path("additionalProperties");
    var open = more.isObject() || more.asBoolean();
    if (schema.has("properties") && !open && seen.add(place + UNKNOWN)) {
      body.add(at, UNKNOWN, "unknown field", JSON.numberNode(1), "unknown-field");
    }
  }

  /** What is absent is wrong in the same way whatever the form of the object. */
  private boolean fresh(String place, String name, JsonNode schema, JsonNode value) {
    if (!value.has(name)) {
      return seen.add(place + name);
    }
    seen.add(place + name);
    var form = new StringBuilder(place).append(name);
    for (var it : schema.path("properties").properties()) {
      if (document.schema(it.getValue(), value).has("enum")) {
        form.append(' ').append(value.path(it.getKey()).asText());
      }
    }
    return seen.add(form + " given");
  }

  /** Under an id of its own: what is taken already is refused before anybody looks further. */
  private void refersToNothing(Body body, String at, String name, JsonNode schema) {
    new Body(OtherNames.id(operation, body.example()), body.cases())
        .add(at, name, "unknown", OtherNames.nothing(schema, "no-such-one", 1));
  }

  /** Where nothing is stored by a trial the thing may be a new one, of which all is looked at. */
  private JsonNode tried(JsonNode body) {
    return operation.canBeTried() ? OtherNames.id(operation, body) : body;
  }

  private void within(Body body, String at, JsonNode node, JsonNode value) {
    if (value.isObject()) {
      object(body, at, node, value);
    } else if (value.isArray()) {
      var items = document.schema(node, value).path("items");
      for (int i = 0; i < value.size(); i++) {
        within(body, at + "/" + i, items, value.get(i));
      }
    }
  }

  private void field(Body body, String at, String name, JsonNode node, JsonNode value) {
    var schema = document.schema(node, value);
    var type = type(schema);
    for (var wrong : WrongValues.of(type, schema, value)) {
      body.add(at, name, wrong.name(), wrong.value(), wrong.types());
    }
    switch (type) {
      case "string" ->
          ForbiddenText.CASES.forEach(
              (what, text) -> body.forbidden(at, name, what, JSON.textNode(text)));
      case "array" -> list(body, at, name, schema.path("items"));
      case "object" -> {
        if (!schema.has("properties")) {
          map(body, at, name, schema, value);
        }
      }
      default -> {
        // numbers and truths hold no text, and what may be anything is known to its resource only
      }
    }
  }

  private void list(Body body, String at, String name, JsonNode node) {
    var schema = document.schema(node, MissingNode.getInstance());
    body.add(at, name, "null in the list", JSON.arrayNode().addNull());
    for (var wrong : WrongValues.of(type(schema), schema, MissingNode.getInstance())) {
      var list = JSON.arrayNode().add(wrong.value());
      body.add(at, name, wrong.name() + " in the list", list, wrong.types());
    }
    if (type(schema).equals("string")) {
      ForbiddenText.CASES.forEach(
          (what, text) -> body.forbidden(at, name, what, JSON.arrayNode().add(text)));
    }
  }

  /** An object whose fields the client names. */
  private void map(Body body, String at, String name, JsonNode node, JsonNode value) {
    var key = value.isEmpty() ? "a" : value.fieldNames().next();
    var schema = document.schema(node.path("additionalProperties"), MissingNode.getInstance());
    body.add(at, name, "null under a name", JSON.objectNode().putNull(key));
    body.add(at, name, "a list under a name", JSON.objectNode().set(key, JSON.arrayNode()));
    for (var wrong : WrongValues.of(type(schema), schema, MissingNode.getInstance())) {
      var map = JSON.objectNode().set(key, wrong.value());
      body.add(at, name, wrong.name() + " under a name", map, wrong.types());
    }
    var most = node.path("maxProperties").asInt(0);
    if (most > 0) {
      var many = JSON.objectNode();
      for (int i = 0; i <= most; i++) {
        many.put("a" + i, 1);
      }
      body.add(at, name, "too many names", many);
    }
    ForbiddenText.CASES.forEach(
        (what, text) -> {
          body.forbidden(at, name, what, JSON.objectNode().put(key, text));
          // Half a pair in a name is no JSON already, and has no name.
          var named = JSON.objectNode().put(text, 1);
          var types = new String[] {"forbidden-character", "broken-json"};
          body.cases().add(body.with(at, name, what + " in a name", named, types));
        });
  }

  static String type(JsonNode schema) {
    var type = schema.path("type");
    for (var one : type) {
      if (!one.asText().equals("null")) {
        return one.asText();
      }
    }
    return type.asText("");
  }
}
