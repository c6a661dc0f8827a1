package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static duban.catalog.writing.Occasions.occasion;
import static duban.catalog.writing.Occasions.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of occasions is refused, with the field and the reason. */
@QuarkusTest
class WrongOccasionsTest {
  private final String id = UUID.randomUUID().toString();
  private final String other = UUID.randomUUID().toString();

  @BeforeEach
  void typesOfOccasions() {
    Occasions.types();
  }

  private static void refused(Response answer, String type, String field, String why) {
    answer
        .then()
        .statusCode(type.equals("attribute-in-use") ? 409 : 422)
        .body("type", equalTo("urn:duban:problem:" + type))
        .body("field", equalTo(field))
        .body("detail", containsString(why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "O_NONE    | 2034-01-05 | | unknown-reference | type | type is 'O_NONE'",
        "O_MEETING | 2034-01-05 | \"unit\": \"NO\" | unknown-reference | unit | unit is 'NO'",
        "O_MEETING | 2034-01-05 | \"lead\": [\"NO\"] | unknown-reference | lead | lead is 'NO'",
        "O_MEETING | 2034-01-05 | \"co\": [\"NO\"] | unknown-reference | co | co is 'NO'",
        "O_MEETING | 2034-01-05 | \"lead\": [\"QZF\"], \"co\": [\"QZF\"] | invalid-occasion | co | names QZF a second time",
        "O_MEETING | 2034-01-05 | \"follows\": \"00000000-0000-4000-8000-000000000001\" | unknown-reference | follows | follows is",
        "O_MEETING | 2034-01-05 | \"attributes\": {\"days\": 1} | invalid-occasion | attributes.days | of O_MEETING is recorded: oHours, oPublic, oSort",
        "O_YEARLY  | 2034-01-05 | \"attributes\": {\"oHours\": 1} | invalid-occasion | attributes.oHours | is recorded: nothing",
        "O_MEETING | 2034-01-05 | \"attributes\": {\"oHours\": true} | invalid-occasion | attributes.oHours | must be a number",
        "O_MEETING | 2034-01-05 | \"attributes\": {\"oHours\": 1e13} | invalid-occasion | attributes.oHours | must be",
        "O_MEETING | 2034-01-05 | \"attributes\": {\"oPublic\": \"yes\"} | invalid-occasion | attributes.oPublic | must be true or false",
        "O_MEETING | 2034-01-05 | \"attributes\": {\"oSort\": \"with space\"} | invalid-occasion | attributes.oSort | must be",
        "O_MEETING | 2034-01-05 | \"attributes\": {\"oSort\": null} | invalid-occasion | attributes.oSort | must be",
        "O_MEETING | 1948-12-31 | | invalid-occasion | date | of the years 1949 to 2199",
        "O_MEETING | 2200-01-01 | | invalid-occasion | date | of the years 1949 to 2199",
        "O_MEETING | 2034-01-05 | \"year\": 2035 | invalid-occasion | year | but the date is 2034-01-05",
        "O_MEETING | | \"year\": 2034 | invalid-occasion | date | only of a yearly type",
        "O_YEARLY  | | \"name\": \"x\" | invalid-occasion | date | date is missing",
        "O_YEARLY  | | \"year\": 2028 | invalid-occasion | year | stands without a date already"
      })
  void whatContradictsItselfOrNamesNothing(
      String type, String date, String more, String problem, String field, String why) {
    refused(
        post("occasions", occasion(id, type, date, more == null ? "" : more)), problem, field, why);
    get("occasions/" + id).then().statusCode(404);
  }

  @Test
  void twoOfTheSameTypeUnitAndDayMustHaveDifferentNames() {
    post("occasions", occasion(id, "O_MEETING", "2034-02-01", "")).then().statusCode(201);
    refused(
        post("occasions", occasion(other, "O_MEETING", "2034-02-01", "")),
        "invalid-occasion",
        "date",
        "on which " + id + " is the same already");
    post("occasions", occasion(other, "O_MEETING", "2034-02-01", "\"name\": \"下午\""))
        .then()
        .statusCode(201);
    String third = UUID.randomUUID().toString();
    post("occasions", occasion(third, "O_MEETING", "2034-02-01", "\"unit\": \"QFY\""))
        .then()
        .statusCode(201);
    refused(
        put("occasions/" + other, occasion(other, "O_MEETING", "2034-02-01", "")),
        "invalid-occasion",
        "date",
        "on which " + id);
  }

  @Test
  void noneComesAfterItself() {
    post("occasions", occasion(id, "O_MEETING", "2034-03-01", "")).then().statusCode(201);
    post("occasions", occasion(other, "O_MEETING", "2034-03-02", follows(id)))
        .then()
        .statusCode(201);
    for (String before : new String[] {id, other}) {
      refused(
          put("occasions/" + id, occasion(id, "O_MEETING", "2034-03-01", follows(before))),
          "invalid-occasion",
          "follows",
          "comes after itself");
    }
  }

  private static String follows(String before) {
    return "\"follows\": \"%s\"".formatted(before);
  }

  @Test
  void idTypeAndUnitNeverChange() {
    post("occasions", occasion(id, "O_MEETING", "2034-04-01", "\"unit\": \"QFY\""))
        .then()
        .statusCode(201);
    String path = "occasions/" + id;
    refused(put(path, occasion(other, "O_MEETING", "2034-04-01", "")), "id-fixed", "id", id);
    refused(put(path, occasion(id, "O_YEARLY", "2034-04-01", "")), "id-fixed", "type", "O_MEETING");
    refused(put(path, occasion(id, "O_MEETING", "2034-04-01", "")), "id-fixed", "unit", "QFY");
  }

  @Test
  void anAttributeKeepsItsTypeWhileSomethingUsesIt() {
    String days = "{\"name\": \"oHours\", \"type\": \"%s\", \"label\": \"会期\"}";
    refused(
        put("attributes/oHours", days.formatted("TEXT")), "attribute-in-use", "type", "O_MEETING");
    put("attributes/oHours", days.formatted("NUMBER"))
        .then()
        .statusCode(200)
        .body("label", equalTo("会期"));
    put("attributes/oHours", days.formatted("NUMBER").replace("会期", "时长"));
    String free = "{\"name\": \"oFree\", \"type\": \"%s\", \"label\": \"会期\"}";
    post("attributes", free.formatted("TEXT")).then().statusCode(201);
    put("attributes/oFree", free.formatted("YES_NO")).then().statusCode(200);
    refused(
        put("attributes/oFree", free.formatted("YES_NO").replace("oFree", "oOther")),
        "id-fixed",
        "name",
        "oFree");
  }

  @Test
  void whatAnObligationAsksForKeepsItsType() {
    post("attributes", "{\"name\": \"days\", \"type\": \"NUMBER\", \"label\": \"会期(天)\"}");
    refused(
        put("attributes/days", "{\"name\": \"days\", \"type\": \"TEXT\", \"label\": \"会期\"}"),
        "attribute-in-use",
        "type",
        "days stays NUMBER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | QFY, NO  | unknown-reference     | keptBy is 'NO'; give the id or code of a unit",
        "true  | QFY, QFY | invalid-occasion-type | keptBy names one of them twice",
        "false | QFY      | invalid-occasion-type | but yearly is false"
      })
  void aTypeIsKeptByUnitsThatAreThereEachOnceAndYearly(
      boolean yearly, String keptBy, String problem, String why) {
    String form = type("O_KEPT", yearly, "");
    String named = "\"" + keptBy.replace(", ", "\", \"") + "\"";
    refused(
        post("occasion-types", form.replace("}", ", \"keptBy\": [" + named + "]}")),
        problem,
        "keptBy",
        why);
    get("occasion-types/O_KEPT").then().statusCode(404);
  }

  @Test
  void aTypeTakesOnlyAttributesThatAreThereAndNoneAwayThatIsRecorded() {
    refused(
        post("occasion-types", type("O_WRONG", false, "\"oNothing\"")),
        "unknown-reference",
        "attributes",
        "attributes has 'oNothing'");
    refused(
        post("occasion-types", type("O_WRONG", false, "\"oSort\", \"oSort\"")),
        "invalid-occasion-type",
        "attributes",
        "twice");
    String changing = "O_CHANGING";
    post("occasion-types", type(changing, true, "\"oSort\"")).then().statusCode(201);
    post("occasions", occasion(id, changing, "2034-05-01", "\"attributes\": {\"oSort\": \"a\"}"))
        .then()
        .statusCode(201);
    post("occasions", occasion(other, changing, null, "\"year\": 2035")).then().statusCode(201);
    refused(
        put("occasion-types/" + changing, type(changing, true, "")),
        "invalid-occasion-type",
        "attributes",
        id);
    refused(
        put("occasion-types/" + changing, type(changing, false, "\"oSort\"")),
        "invalid-occasion-type",
        "yearly",
        other);
    assertThat(get("occasion-types/" + changing).header("ETag")).isEqualTo("\"1\"");
  }
}
