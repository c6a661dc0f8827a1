package duban.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** values.yaml, flat. */
final class Values {

  /**
   * @param path such as {@code database.host}
   * @param given as JSON
   */
  record Leaf(String path, String given) {}

  private Values() {}

  static List<Leaf> leaves() {
    var leaves = new ArrayList<Leaf>();
    walk(Chart.parse(Chart.FOLDER.resolve("values.yaml")), "", leaves);
    return leaves;
  }

  private static void walk(JsonNode value, String path, List<Leaf> leaves) {
    if (value instanceof ObjectNode object && !object.isEmpty()) {
      object
          .properties()
          .forEach(
              it ->
                  walk(
                      it.getValue(),
                      path.isEmpty() ? it.getKey() : path + "." + it.getKey(),
                      leaves));
    } else {
      leaves.add(new Leaf(path, value.toString()));
    }
  }
}
