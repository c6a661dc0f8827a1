package duban.chassis.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A field that may be left out, or be null, which means the same.
 *
 * @param at the JSON pointer of the object that holds it
 */
record Omission(JsonNode body, String at, String name) {

  String label() {
    return (at + "/" + name).substring(1);
  }

  String absent() {
    var without = body.deepCopy();
    ((ObjectNode) without.at(at)).remove(name);
    return without.toString();
  }

  String asNull() {
    var with = body.deepCopy();
    ((ObjectNode) with.at(at)).putNull(name);
    return with.toString();
  }
}
