package duban.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CatalogueApiTest {
  private static final String API = "/api/catalog/";

  @Test
  void theDocumentsTextIsAnsweredByteForByte() throws Exception {
    byte[] text =
        given()
            .get(API + "documents/chaoyang/text")
            .then()
            .statusCode(200)
            .contentType("text/plain;charset=UTF-8")
            .extract()
            .asByteArray();
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    assertThat(digest)
        .isEqualTo("fbce9058252dd6325aa6093668cd973265d5318d2e2948b4e737e138def0ac08");
    given()
        .get(API + "documents/chaoyang")
        .then()
        .body("sha256", equalTo(digest))
        .body("owner.name", equalTo("朝阳区"))
        .body("lineCount", equalTo(123));
  }

  @Test
  void theDocumentIsReadLineByLine() {
    given()
        .get(API + "documents/chaoyang/lines?limit=3")
        .then()
        .statusCode(200)
        .body("items.number", equalTo(List.of(1, 2, 3)))
        .body("items[1].text", equalTo(""))
        .body("items[2].text", equalTo("历届区委人大工作会议决定举措摘录"));
    given().get(API + "documents/chaoyang/lines?limit=200").then().body("items", hasSize(123));
  }

  @ParameterizedTest
  @CsvSource({
    "measures, 65",
    "measures?topic=T2&conference=2015, 4",
    "measures?flag=CUT_OFF, 1",
    "measures?flag=LABEL_SKIPPED, 7",
    "measures?q=一府两院, 8",
    "measures?document=none, 0",
    "conferences, 3",
    "topics, 6",
    "documents, 1",
    "units, 187",
    "units?group=XRD, 19",
    "units?kind=GROUP, 15",
    "units?relation=SUPERIOR, 2",
    "units?superior=QZF, 49",
    "units?q=一府两院, 1",
    "units?q=常营民族乡, 4",
    "terms, 4",
    "terms?level=TOWNSHIP, 2",
    "calendars, 21",
    "obligations, 138",
    "obligations?unit=XRD-07, 12",
    "obligations?unit=QZF, 19",
    "obligations?kind=WINDOW, 7",
    "obligations?topic=T6, 28",
    "obligations?q=述职, 13"
  })
  void eachListIsReadInPagesAndByItsFilters(String list, int count) {
    String join = list.contains("?") ? "&" : "?";
    int found = 0;
    String after = "";
    while (after != null) {
      var page =
          given()
              .get(API + list + join + "limit=20&after=" + after)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      found += page.getList("items").size();
      after = page.getString("next");
    }
    assertThat(found).isEqualTo(count);
  }

  @Test
  void aMeasureIsShownAsItIsPublished() {
    String body = given().get(API + "measures/chaoyang-2015-T2-1").then().extract().asString();
    assertThat(Contracts.json(body)).isEqualTo(Contracts.example("measure"));
  }

  @Test
  void aUnitIsFoundByItsCodeAndShownAsItIsPublished() {
    String body = given().get(API + "units/XRD-01").then().extract().asString();
    assertThat(Contracts.json(body)).isEqualTo(Contracts.example("unit"));
  }

  @Test
  void aCalendarIsShownAsItIsPublished() {
    String body = given().get(API + "calendars/2027").then().extract().asString();
    assertThat(Contracts.json(body)).isEqualTo(Contracts.example("calendar"));
    given().get(API + "calendars/2026").then().body("provisional", equalTo(false));
  }

  @Test
  void anObligationIsShownInTheFormOfTheCatalogueWithWhatIsInferred() {
    given()
        .get(API + "obligations/o-120a")
        .then()
        .statusCode(200)
        .body("measureId", equalTo("chaoyang-2015-T6-1"))
        .body("rule.kind", equalTo("QUOTA"))
        .body("rule.lead", equalTo("P20D"))
        .body("rule.pace[0].by", equalTo("--06-30"))
        .body("rule.conditions[1].when", equalTo("FIRST_OF_TERM"))
        .body("who.responsible", equalTo(List.of("XRD")))
        .body("inferred.field", hasItem("pace"))
        .body("inForceFrom", equalTo("2027-01-01"))
        .body("links.to", equalTo(List.of("o-115b")))
        .body("version", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "documents/no",
        "documents/no/text",
        "documents/no/lines",
        "measures/no",
        "units/no",
        "terms/no",
        "calendars/1999",
        "calendars/no",
        "obligations/no"
      })
  void whatIsNotThereIsNamed(String path) {
    String id = path.contains("1999") ? "1999" : "no";
    given()
        .get(API + path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", containsString("-not-known"))
        .body("detail", containsString("'" + id + "'"));
  }

  @ParameterizedTest
  @CsvSource({
    "measures?flag=ODD, flag is",
    "measures?conference=1999, conference is",
    "units?kind=TRIBE, kind is",
    "units?group=NOBODY, group is",
    "terms?level=WORLD, level is",
    "obligations?strength=VERY, strength is",
    "calendars?after=xyz, after is not",
    "documents?limit=0, limit is",
    "topics?limit=many, limit is"
  })
  void aValueThatMakesNoSenseIsRefusedByTheNameOfItsParameter(String query, String detail) {
    given()
        .get(API + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString(detail));
  }

  @Test
  void itsApiIsDescribed() {
    given().get(API + "openapi").then().statusCode(200).body(containsString("/deadlines"));
  }
}
