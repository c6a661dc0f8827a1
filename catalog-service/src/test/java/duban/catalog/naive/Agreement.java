package duban.catalog.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What two ways of making deadlines must have in common: everything. */
final class Agreement {
  private static final int SHOWN = 6;

  private Agreement() {}

  /**
   * Fails with the first rows that only one of them has, and with what makes them again.
   *
   * @param setting how the catalogue was made, such as its seed
   */
  static void check(String setting, JsonNode catalogue, List<Row> naive, List<Row> engine) {
    if (naive.equals(engine)) {
      return;
    }
    var onlyNaive = without(naive, engine);
    var onlyEngine = without(engine, naive);
    if (onlyNaive.isEmpty() && onlyEngine.isEmpty()) {
      return;
    }
    var obligation =
        (onlyNaive.isEmpty() ? onlyEngine : onlyNaive)
            .stream().sorted().findFirst().orElseThrow().obligation();
    throw new AssertionError(
        "%s: %d rows only in the naive schedule, %d only in the engine's.%nThe first: %s%nLinks to it: %s%nNaive:%n%s%nEngine:%n%s"
            .formatted(
                setting,
                onlyNaive.size(),
                onlyEngine.size(),
                stated(catalogue, obligation),
                links(catalogue, obligation),
                first(onlyNaive, obligation),
                first(onlyEngine, obligation)));
  }

  /** As often as they stand there: a deadline made twice is a difference. */
  private static List<Row> without(List<Row> rows, List<Row> others) {
    var left = new java.util.HashMap<Row, Integer>();
    others.forEach(it -> left.merge(it, 1, Integer::sum));
    var only = new ArrayList<Row>();
    for (var row : rows) {
      if (left.merge(row, -1, Integer::sum) < 0) {
        only.add(row);
      }
    }
    return only;
  }

  private static JsonNode stated(JsonNode catalogue, String id) {
    for (var it : catalogue.path("obligations")) {
      if (it.path("id").asText().equals(id)) {
        return it;
      }
    }
    return catalogue.path("none");
  }

  private static List<String> links(JsonNode catalogue, String id) {
    var links = new ArrayList<String>();
    for (var it : catalogue.path("obligations")) {
      for (var link : it.path("links")) {
        if (link.path("to").asText().equals(id)) {
          links.add(
              it.path("id").asText()
                  + " in force from "
                  + it.path("inForceFrom").asText()
                  + " "
                  + link);
        }
      }
    }
    return links;
  }

  private static String first(List<Row> rows, String obligation) {
    return String.join(
        "\n",
        rows.stream()
            .filter(it -> it.obligation().equals(obligation))
            .sorted()
            .limit(SHOWN)
            .map(Row::toString)
            .toList());
  }
}
