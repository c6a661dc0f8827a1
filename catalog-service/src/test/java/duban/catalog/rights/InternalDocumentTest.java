package duban.catalog.rights;

import static duban.catalog.rights.TwoDistricts.INNER;
import static duban.catalog.rights.TwoDistricts.INNER_MEASURE;
import static duban.catalog.rights.TwoDistricts.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.Contracts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An internal document and all that hangs on it, by every way to read. */
@QuarkusTest
class InternalDocumentTest extends TrueTable {
  private static final Set<Account> SEE =
      EnumSet.of(
          Account.HD_SUPERVISOR,
          Account.HD_LEADER,
          Account.HD_READER,
          Account.HD_REVIEWER,
          Account.HD_SIGNER,
          Account.CITY_SUPERVISOR,
          Account.CITY_BOTH,
          Account.CITY_LEADER);
  private static final Set<Account> OWE =
      EnumSet.of(Account.HD_REPORTER, Account.HD_CO_REPORTER, Account.HD_GOVERNMENT);

  /** Each with one of the same kind that is not there. */
  private static Map<String, String> things() {
    String deadline = TwoDistricts.deadline("h-inner");
    String other = "123e4567-e89b-42d3-a456-426614174000";
    Map<String, String> things = new TreeMap<>();
    things.put("documents/" + INNER, "documents/hd-other");
    things.put("documents/" + INNER + "/text", "documents/hd-other/text");
    things.put("documents/" + INNER + "/lines", "documents/hd-other/lines");
    things.put("conferences/" + INNER + "/H9", "conferences/hd-other/H9");
    things.put("topics/" + INNER + "/HT9", "topics/hd-other/HT9");
    things.put("measures/" + INNER_MEASURE, "measures/hd-other-H9-HT9-1");
    things.put("obligations/h-inner", "obligations/h-other");
    things.put("obligations/h-inner/chain", "obligations/h-other/chain");
    things.put("deadlines/" + deadline, "deadlines/" + other);
    things.put("deadlines/" + deadline + "/explanation", "deadlines/" + other + "/explanation");
    return things;
  }

  @ParameterizedTest
  @EnumSource(names = {"ANONYMOUS", "GUEST", "CY_REPORTER", "CY_SUPERVISOR"})
  void isNotThereForWhoMayNotSeeIt(Account who) {
    String deadline = TwoDistricts.deadline("h-inner");
    things()
        .forEach(
            (hidden, missing) -> {
              Response one = who.get(hidden);
              Response none = who.get(missing);
              assertThat(one.statusCode()).as(hidden).isEqualTo(404);
              assertThat(
                      one.asString()
                          .replace(INNER, "hd-other")
                          .replace("h-inner", "h-other")
                          .replace(deadline, "123e4567-e89b-42d3-a456-426614174000"))
                  .isEqualTo(none.asString());
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"HD_SUPERVISOR", "HD_LEADER", "HD_READER", "CITY_SUPERVISOR", "CITY_LEADER"})
  void isReadByWhoHasItsOwnerInScope(Account who) {
    things()
        .keySet()
        .forEach(path -> assertThat(who.get(path).statusCode()).as(path).isEqualTo(200));
  }

  /** Whoever owes something by it learns what and when, and reads no more of the document. */
  @ParameterizedTest
  @EnumSource(names = {"HD_REPORTER", "HD_CO_REPORTER"})
  void tellsWhoOwesSomethingByItWhatThatIs(Account who) {
    things()
        .keySet()
        .forEach(
            path ->
                assertThat(who.get(path).statusCode())
                    .as(path)
                    .isEqualTo(path.matches("(obligations|deadlines)/.*") ? 200 : 404));
    String deadline = TwoDistricts.deadline("h-inner");
    assertThat(ids(who, "deadlines?measure=" + INNER_MEASURE)).containsExactly(deadline);
    assertThat(ids(who, "obligations?measure=" + INNER_MEASURE)).containsExactly("h-inner");
    // But what else the measure says cannot be guessed at, letter by letter.
    assertThat(ids(who, "deadlines?obligation=h-inner&q=密而不宣")).isEmpty();
    assertThat(ids(who, "obligations?q=密而不宣")).isEmpty();
  }

  /** For a government over which the owner stands: its departments' matters, not the document. */
  @Test
  void tellsAScopeBelowItsOwnerWhatLiesInThatScope() {
    things()
        .keySet()
        .forEach(
            path ->
                assertThat(Account.HD_GOVERNMENT.get(path).statusCode())
                    .as(path)
                    .isEqualTo(path.matches("(obligations|deadlines)/.*") ? 200 : 404));
  }

  @ParameterizedTest
  @EnumSource
  void standsInListsAndSearchesAndPagesOnlyForWhoSeesIt(Account who) {
    var lists =
        Map.ofEntries(
            Map.entry("documents", INNER),
            Map.entry("conferences", "H9"),
            Map.entry("conferences?document=" + INNER, "H9"),
            Map.entry("topics", "HT9"),
            Map.entry("topics?document=" + INNER, "HT9"),
            Map.entry("measures", INNER_MEASURE),
            Map.entry("measures?document=" + INNER, INNER_MEASURE),
            Map.entry("measures?flag=LABEL_SKIPPED&q=不宣", "none"),
            Map.entry("measures?q=密而不宣", INNER_MEASURE));
    boolean sees = SEE.contains(who);
    lists.forEach(
        (list, id) ->
            assertThat(ids(who, list).contains(id)).as(list).isEqualTo(sees && !id.equals("none")));
  }

  @ParameterizedTest
  @EnumSource
  void isOwedOnlyInTheListsOfWhoSeesWhatIsOwed(Account who) {
    boolean sees = SEE.contains(who) || OWE.contains(who);
    for (String query :
        List.of("", "?unit=HD-ZF-01", "?kind=QUOTA", "?q=海淀内部", "?unit=HD-ZF-01&q=内部")) {
      assertThat(owed(who, "obligations" + query).contains("h-inner")).as(query).isEqualTo(sees);
    }
    assertThat(owed(who, "obligations?strength=MUST").contains("h-inner")).isEqualTo(sees);
    String deadline = TwoDistricts.deadline("h-inner");
    for (String query :
        List.of(
            "",
            "?unit=HD-ZF-01",
            "?unit=HD-BM",
            "?obligation=h-inner",
            "?kind=QUOTA",
            "?status=ACTIVE",
            "?period=2028",
            "?from=2028-12-01&to=2028-12-31",
            "?q=海淀内部")) {
      assertThat(owed(who, "deadlines" + query).contains(deadline)).as(query).isEqualTo(sees);
    }
  }

  /** There are many, and each list is read by everybody with many filters. */
  private static List<String> owed(Account who, String list) {
    return ids(who, list, 200);
  }

  @ParameterizedTest
  @EnumSource(names = {"ANONYMOUS", "GUEST", "CY_REPORTER", "CY_SUPERVISOR"})
  void cannotBeNamedInAFilterByWhoMayNotSeeIt(Account who) {
    for (String list : List.of("obligations", "deadlines")) {
      sameAsUnknown(who, list + "?measure=" + INNER_MEASURE, INNER_MEASURE, "none");
    }
    for (String list : List.of("measures", "obligations", "deadlines")) {
      sameAsUnknown(who, list + "?conference=H9", "H9", "none");
      sameAsUnknown(who, list + "?topic=HT9", "HT9", "none");
      assertThat(who.get(list + "?conference=H1").statusCode()).isEqualTo(200);
    }
    assertThat(ids(who, "documents")).contains(OPEN);
  }

  private static void sameAsUnknown(Account who, String path, String hidden, String unknown) {
    Response one = who.get(path);
    assertThat(one.statusCode()).as(path).isEqualTo(400);
    assertThat(one.asString().replace(hidden, unknown))
        .isEqualTo(who.get(path.replace(hidden, unknown)).asString());
  }

  /** Page by page, each so small that what is not seen lies within and between them. */
  static List<String> ids(Account who, String list) {
    return ids(who, list, 23);
  }

  private static List<String> ids(Account who, String list, int limit) {
    List<String> ids = new ArrayList<>();
    String join = list.contains("?") ? "&" : "?";
    String after = "";
    while (after != null) {
      Response page = who.get(list + join + "limit=" + limit + "&after=" + after);
      String text = page.asString();
      assertThat(page.statusCode()).as(text).isEqualTo(200);
      JsonNode read = Contracts.json(text);
      read.path("items").forEach(it -> ids.add(it.path("id").asText()));
      after = read.hasNonNull("next") ? read.path("next").asText() : null;
    }
    return ids;
  }
}
