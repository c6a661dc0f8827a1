package duban.catalog.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each occurrence that counts toward a deadline must show. */
final class NaiveConditions {
  /** Of deputies whom nobody listed: how many there are, and how many of them met it. */
  static final List<String> TWO_NUMBERS = List.of("deputies at least 1", "met at least 0");

  private final Map<String, List<LocalDate>> beginnings = new HashMap<>();

  NaiveConditions(JsonNode catalogue) {
    for (var it : catalogue.path("terms")) {
      beginnings
          .computeIfAbsent(it.path("level").asText(), level -> new ArrayList<>())
          .add(LocalDate.parse(it.path("from").asText()));
    }
  }

  /**
   * In their order. What is asked at the first of a term is asked where a term begins within the
   * days, of the first occurrence from then on.
   */
  List<String> between(LocalDate first, LocalDate last, JsonNode rule) {
    var asked = new ArrayList<String>();
    for (var it : rule.path("conditions")) {
      var words = words(it);
      if (!it.hasNonNull("when")) {
        asked.add(words);
        continue;
      }
      beginnings.getOrDefault(rule.path("termOf").asText(), List.of()).stream()
          .filter(day -> !day.isBefore(first) && !day.isAfter(last))
          .sorted()
          .limit(1)
          .forEach(day -> asked.add(words + " first from " + day));
    }
    return List.copyOf(asked);
  }

  /** As it is written, and as it is published: both have the same names for it. */
  static String words(JsonNode condition) {
    return condition.path("attribute").asText()
        + (condition.has("atLeast") ? " at least " + condition.path("atLeast").asText() : "")
        + (condition.has("atMost") ? " at most " + condition.path("atMost").asText() : "")
        + (condition.has("is") ? " is " + condition.path("is").asText() : "");
  }
}
