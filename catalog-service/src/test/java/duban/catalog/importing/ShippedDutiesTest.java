package duban.catalog.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.Contracts;
import duban.catalog.document.DocumentReader;
import duban.catalog.document.PrintedItem;
import duban.catalog.document.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The rows are what the 65 measures demand, read line by line by a person, and the rule of each.
 */
class ShippedDutiesTest {
  private static final JsonNode FILE =
      Contracts.json(new String(CatalogueSource.bytes("chaoyang").orElseThrow(), UTF_8));
  private static final List<DutyRow> ROWS = DutyRow.all();

  private final List<JsonNode> obligations = list(FILE.path("obligations"));
  private final Map<String, PrintedItem> items =
      DocumentReader.read(new SourceText(texts(FILE.path("document").path("lines")))).stream()
          .collect(Collectors.toMap(ShippedDutiesTest::key, Function.identity()));

  @Test
  void eachRowHasItsObligationsWithTheRuleThatItAsksFor() {
    var byId = obligations.stream().collect(Collectors.toMap(it -> text(it, "id"), it -> it));
    assertThat(ROWS).hasSize(126);
    for (DutyRow row : ROWS) {
      for (String id : row.obligations()) {
        assertThat(byId).as(row.duty()).containsKey(id);
        assertThat(rule(byId.get(id))).as(id + ": " + row.duty()).isEqualTo(row.rule());
        assertThat(line(byId.get(id))).as(id).isEqualTo(row.line());
      }
    }
  }

  @Test
  void noObligationIsThereWithoutARowAndNoneTwice() {
    assertThat(obligations)
        .extracting(it -> text(it, "id"))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            ROWS.stream().flatMap(it -> it.obligations().stream()).distinct().toList());
  }

  @Test
  void onlyLinesWithoutACheckableDutyHaveNoObligation() {
    var demanded = obligations.stream().map(this::line).collect(Collectors.toSet());
    assertThat(items.values().stream().map(PrintedItem::line))
        .filteredOn(it -> !demanded.contains(it))
        .containsExactlyInAnyOrder(12, 35, 72, 84, 89);
  }

  @Test
  void anIdBeginsWithItsLine() {
    assertThat(obligations)
        .allSatisfy(it -> assertThat(text(it, "id")).matches("o-%03d[a-f]?".formatted(line(it))));
  }

  @Test
  void eachQuotationIsOneStretchOfItsMeasure() {
    for (JsonNode each : obligations) {
      String printed = items.get(text(each, "measureId")).text();
      assertThat(printed).as(text(each, "id")).contains(text(each, "quote"));
      if (each.has("subjectQuote")) {
        assertThat(printed).as(text(each, "id")).contains(text(each, "subjectQuote"));
      }
    }
  }

  @Test
  void eachInferredFieldIsThereOnceAndSaysWhy() {
    for (JsonNode each : obligations) {
      var fields = list(each.path("inferred"));
      assertThat(fields).extracting(it -> text(it, "field")).doesNotHaveDuplicates();
      for (JsonNode inferred : fields) {
        assertThat(Stream.of(each, each.path("who"), each.path("rule")))
            .as(text(each, "id") + " " + inferred)
            .anyMatch(it -> it.has(text(inferred, "field")));
        assertThat(text(inferred, "why")).isNotBlank();
      }
    }
  }

  @Test
  void partyBodiesAreWatchedOverByThePartysOfficeAndAllOthersByTheStandingCommittees() {
    var relations =
        list(FILE.path("units")).stream()
            .collect(Collectors.toMap(it -> text(it, "code"), it -> text(it, "relation")));
    for (JsonNode each : obligations) {
      var party =
          texts(each.path("who").path("responsible")).stream()
              .allMatch(it -> Set.of("PARTY", "SUPERIOR").contains(relations.getOrDefault(it, "")));
      assertThat(text(each.path("who"), "supervisor"))
          .as(text(each, "id"))
          .isEqualTo(party ? "QWB" : "RDCWH-BG");
    }
  }

  @Test
  void whatWasToBeDoneOnceOrToLastWaitsUntilStaffSayHowItStands() {
    for (JsonNode each : obligations) {
      var old = Set.of("ONE_OFF", "STANDING").contains(text(each.path("rule"), "kind"));
      assertThat(text(each, "history")).as(text(each, "id")).isEqualTo(old ? "TO_DECIDE" : "");
    }
  }

  @Test
  void theChainsBetweenTheConferencesAreProposed() {
    var links =
        obligations.stream()
            .flatMap(
                it ->
                    list(it.path("links")).stream()
                        .map(
                            link ->
                                String.join(
                                    " ",
                                    text(it, "id"),
                                    text(link, "type"),
                                    text(link, "to"),
                                    text(link, "status"))));
    assertThat(links)
        .containsExactlyInAnyOrder(
            "o-081 REPLACES o-069 PROPOSED",
            "o-081 REPLACES o-077b PROPOSED",
            "o-120a REPLACES o-115b PROPOSED",
            "o-061b REPLACES o-047b PROPOSED",
            "o-117 REPLACES o-111b PROPOSED",
            "o-117 REPLACES o-111c PROPOSED",
            "o-056a DETAILS o-049 PROPOSED",
            "o-056c DETAILS o-050b PROPOSED",
            "o-057 DETAILS o-049 PROPOSED",
            "o-057 DETAILS o-050b PROPOSED",
            "o-062a DETAILS o-056c PROPOSED",
            "o-062a DETAILS o-057 PROPOSED",
            "o-122d DETAILS o-117 PROPOSED",
            "o-014 NARROWS o-009 PROPOSED",
            "o-096a REAFFIRMS o-029 PROPOSED",
            "o-096a REAFFIRMS o-090a PROPOSED",
            "o-041b REAFFIRMS o-096a PROPOSED",
            "o-122a REAFFIRMS o-111a PROPOSED");
  }

  /** As the last column has it: MUST QUOTA YEAR 2. */
  private static String rule(JsonNode obligation) {
    var rule = obligation.path("rule");
    return Stream.of("kind", "period", "review", "timing", "times")
        .map(it -> text(rule, it))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(" ", text(obligation, "strength") + " ", ""));
  }

  private int line(JsonNode obligation) {
    return items.get(text(obligation, "measureId")).line();
  }

  private static String key(PrintedItem item) {
    return item.conference().id() + "/" + item.topic().id() + "/" + item.ordinal();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  private static List<String> texts(JsonNode array) {
    return list(array).stream().map(JsonNode::asText).toList();
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
