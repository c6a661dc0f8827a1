package duban.catalog.naive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two implementations that share no code make the same deadlines. */
@Tag("reckoning")
class AgreementTest {
  private static final UUID NAMESPACE = UUID.fromString("7b0f6a1e-2f53-4c5d-9a46-5d1c0e8b3f27");
  private static final int CATALOGUES = 250;
  private static final int RULES_IN_EACH = 40;

  @Test
  void onTheWholeShippedCatalogue() {
    for (var from : List.of("2020-01-01", "2021-06-01", "2026-01-01", "2027-01-01")) {
      var catalogue = Files.shipped();
      catalogue.path("obligations").forEach(it -> begin((ObjectNode) it, from));
      catalogue
          .path("occasions")
          .forEach(it -> ((ObjectNode) it).putIfAbsent("enteredOn", text("2026-01-01")));
      assertThat(agree("in force from " + from, catalogue, 2020, 2030)).isPositive();
    }
  }

  @Test
  void onTenThousandRandomRules() {
    var rows =
        IntStream.rangeClosed(1, CATALOGUES)
            .parallel()
            .map(seed -> agree("seed " + seed, RandomRules.of(seed, RULES_IN_EACH), 2025, 2033))
            .sum();
    assertThat(rows).isGreaterThan(10 * CATALOGUES * RULES_IN_EACH);
  }

  private static int agree(String setting, ObjectNode catalogue, int firstYear, int lastYear) {
    var naive =
        new NaiveSchedule(catalogue, NAMESPACE)
            .until(lastYear).stream().filter(it -> it.within(firstYear, lastYear)).toList();
    Agreement.check(setting, catalogue, naive, EngineRows.of(catalogue, firstYear, lastYear));
    return naive.size();
  }

  private static void begin(ObjectNode obligation, String from) {
    if (!obligation.has("inForceFrom")) {
      obligation.put("inForceFrom", LocalDate.parse(from).toString());
    }
  }

  private static com.fasterxml.jackson.databind.JsonNode text(String text) {
    return com.fasterxml.jackson.databind.node.TextNode.valueOf(text);
  }
}
