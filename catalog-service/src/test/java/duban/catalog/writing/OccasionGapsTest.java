package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Duties.late;
import static duban.catalog.writing.Duties.make;
import static duban.catalog.writing.Settling.items;
import static duban.catalog.writing.Settling.settle;
import static duban.catalog.writing.Settling.settles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is missing of occasions is settled by the one call that it names. */
@QuarkusTest
class OccasionGapsTest {
  @Test
  void theDayOfAYearlyOccasionIsEntered() {
    post(
            "occasion-types",
            """
            {"id": "GA_YEARLY", "name": "推定的年会", "yearly": true, "makesDeadlines": true,
             "attributes": []}
            """)
        .then()
        .statusCode(201);
    for (int year = 2027; year <= 2028; year++) {
      List<JsonNode> gaps = yearly(year);
      assertThat(gaps)
          .singleElement()
          .satisfies(it -> assertThat(it.path("sentence").asText()).contains("推定的年会日期未定"));
      settle(gaps);
      assertThat(yearly(year)).isEmpty();
    }
  }

  @Test
  void theDayComesWithWhatRulesAskOfTheOccasion() {
    post(
            "occasion-types",
            """
            {"id": "GA_ASKED", "name": "要问的年会", "yearly": true, "attributes": ["annual"]}
            """)
        .then()
        .statusCode(201);
    make(
        late(
            "o-ga-asked",
            """
            {"kind": "EACH_TIME", "occasion": "GA_ASKED", "timing": "AFTER",
             "when": {"attribute": "annual", "is": true}}
            """,
            "JDGW-01"));
    Caller.put(
            "occasion-types/GA_ASKED",
            "{\"id\": \"GA_ASKED\", \"name\": \"要问的年会\", \"yearly\": true, \"attributes\": []}")
        .then()
        .statusCode(422)
        .body("field", equalTo("attributes"))
        .body("detail", containsString("o-ga-asked"));
    JsonNode gap =
        items("kind=OCCASION_WITHOUT_DATE", "").stream()
            .filter(it -> it.at("/settle/body/type").asText().equals("GA_ASKED"))
            .filter(it -> it.path("year").asInt() == 2028)
            .findFirst()
            .orElseThrow();
    assertThat(gap.at("/settle/body/attributes/annual").asBoolean()).isTrue();
    assertThat(gap.path("obligations").toString()).isEqualTo("[\"o-ga-asked\"]");
    assertThat(gap.path("measures").toString()).isEqualTo("[\"" + Duties.LATE + "\"]");
    assertThat(gap.at("/settle/fill").toString()).isEqualTo("[\"date\",\"attributes.annual\"]");
    settle(List.of(gap));
    get("deadlines?obligation=o-ga-asked&status=ACTIVE&period=2028")
        .then()
        .body("items.occasionOn", not(org.hamcrest.Matchers.empty()));
  }

  @Test
  void whomAnOccasionDoesNotNameIsNamed() {
    ObjectNode duty =
        late(
            "o-ga-lead",
            """
            {"kind": "EACH_TIME", "occasion": "GA_LEFT", "timing": "AFTER", "offset": "P3M"}
            """,
            "@lead");
    post("occasion-types", "{\"id\": \"GA_LEFT\", \"name\": \"交办一件\", \"attributes\": []}")
        .then()
        .statusCode(201);
    make(duty);
    String id = "7d1c1f9e-6a55-4a77-8c93-0a2c6a7f0b11";
    post(
            "occasions",
            "{\"id\": \"%s\", \"type\": \"GA_LEFT\", \"date\": \"2028-03-01\"}".formatted(id))
        .then()
        .statusCode(201);
    get("deadlines?obligation=o-ga-lead").then().body("items.size()", equalTo(0));
    settles("obligation=o-ga-lead", "NO_RESPONSIBLE_UNIT");
    get("deadlines?obligation=o-ga-lead").then().body("items.size()", equalTo(1));
  }

  private static List<JsonNode> yearly(int year) {
    List<JsonNode> gaps = items("kind=OCCASION_WITHOUT_DATE", "");
    gaps.removeIf(it -> !it.at("/settle/body/type").asText().equals("GA_YEARLY"));
    gaps.removeIf(it -> it.path("year").asInt() != year);
    return gaps;
  }

  @Test
  void ofWhatIsOnlyCountedNobodyIsAskedFor() {
    String type = "{\"id\": \"G_OFTEN\", \"name\": \"常开的会\", \"makesDeadlines\": %s}";
    Caller.post("occasion-types", type.formatted(false)).then().statusCode(201);
    make(
        late(
            "o-ga-often",
            "{\"kind\": \"EACH_TIME\", \"occasion\": \"G_OFTEN\", \"timing\": \"AT\"}",
            "@lead"));
    String id = "7d1c1f9e-6a55-4a77-8c93-0a2c6a7f0b12";
    post("occasions", Occasions.occasion(id, "G_OFTEN", "2028-03-01", "")).then().statusCode(201);
    String gaps = "gaps?kind=NO_RESPONSIBLE_UNIT&limit=200";
    var asked = hasItem(containsString("常开的会"));
    Caller.get(gaps).then().body("items.sentence", not(asked));
    Caller.put("occasion-types/G_OFTEN", type.formatted(true)).then().statusCode(200);
    Caller.get(gaps).then().body("items.sentence", asked);
    Caller.put("occasion-types/G_OFTEN", type.formatted(false)).then().statusCode(200);
  }
}
