package duban.chassis.json;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import duban.chassis.backbone.Backbone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class BadInputTest {

  private static final String ID = "\"id\": \"123e4567-e89b-42d3-a456-426614174000\", ";

  private static ValidatableResponse post(String body) {
    return given()
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/echo")
        .then();
  }

  @Test
  void chineseTextComesBackToTheLetter() {
    post("{" + ID + "\"text\": \"𠮷 、“三资”\\u00A0é ​督办\"}")
        .statusCode(200)
        .body("text", equalTo("𠮷 、“三资”\u00A0é ​督办"));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"text": "a"                         | broken-json         | line 1
          {"text": "a"} {}                     | wrong-type          | object
          []                                   | wrong-type          | give an object
          "督办"                               | wrong-type          | give an object
          null                                 | empty-body          | send a JSON object
          {"text": "a", "text": "b"}           | broken-json         | Duplicate field
          {"text": "a", "txet": 1}             | unknown-field       | known are attributes, colour, count, day, id, list, rule, text
          {"text": 1}                          | wrong-type          | text
          {"text": ["a"]}                      | wrong-type          | give a text
          {"text": "a\\u0000b"}                | forbidden-character | text contains the character NUL
          {"text": "a\\u202eb"}                | forbidden-character | text contains U+202E
          {"list": ["\\u2066"]}                | forbidden-character | list.0 contains U+2066
          {"a\\u0000": 1}                      | forbidden-character | a? contains the character NUL
          {"attributes": {"a": "\\ud800"}}     | forbidden-character | attributes.a contains half
          {"day": "2027-02-30"}                | wrong-type          | day is '2027-02-30'; give a date that exists
          {"day": "2027-10-24T20:00:00Z"}      | wrong-type          | day is '2027-10-24T20:00:00Z'; give a date that exists
          {"day": "2027-10-25T09:00"}          | wrong-type          | day is '2027-10-25T09:00'; give a date that exists
          {"day": 7}                           | wrong-type          | day has another type; give a date
          {"day": [2027, 10, 31]}              | wrong-type          | day has another type; give a date
          {"day": ""}                          | wrong-type          | give a date that exists
          {"colour": ""}                       | wrong-type          | give one of [RED, GREEN]
          {"id": ""}                           | wrong-type          | give a UUID
          {"count": "7"}                       | wrong-type          | give a whole number
          {"count": 1.5}                       | wrong-type          | give a whole number
          {"count": 99999999999}               | wrong-value         | out of range
          {"colour": "BLUE"}                   | wrong-type          | colour is 'BLUE'; give one of [RED, GREEN]
          {"colour": 0}                        | wrong-type          | give one of [RED, GREEN]
          {"id": "7"}                          | wrong-type          | give a UUID
          {"list": "a"}                        | wrong-type          | give a list
          {"rule": {}}                         | wrong-type          | rule.kind is missing; give one of [TIMES, ONCE]
          {"rule": {"kind": "NEVER"}}          | wrong-type          | rule.kind is 'NEVER'; give one of [TIMES, ONCE]
          {"rule": "TIMES"}                    | wrong-type          | rule.kind is missing; give one of [TIMES, ONCE]
          {"rule": {"kind": "TIMES"}}          | wrong-type          | rule.times is missing; give a whole number
          {"rule": {"kind": "TIMES", "times": null}}                    | wrong-type | rule.times is missing; give a whole number
          {"rule": {"kind": "TIMES", "times": "2"}}                     | wrong-type | rule.times has another type; give a whole number
          {"rule": {"kind": "TIMES", "times": 2, "within": "P10X"}}     | wrong-type | rule.within is 'P10X'; give a span such as "P10D"
          {"rule": {"kind": "TIMES", "times": 2, "within": 10}}         | wrong-type | rule.within has another type; give a span such as "P10D"
          {"rule": {"kind": "TIMES", "times": 2, "weight": "x"}}        | wrong-type | rule.weight has another type; give a number
          {"rule": {"kind": "TIMES", "times": 2, "by": "--06-31"}}      | wrong-type | rule.by has another type; give a day such as "--10-31"
          {"rule": {"kind": "TIMES", "times": 2, "by": "2027-13-40"}}   | wrong-type | rule.by has another type; give a day such as "--10-31"
          """)
  void saysWhatWouldBeRight(String body, String type, String detail) {
    post(body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:duban:problem:" + type))
        .body("status", equalTo(400))
        .body("detail", containsString(detail));
  }

  @Test
  void anEmptyBodyIsAskedFor() {
    given()
        .contentType("application/json")
        .post("/echo")
        .then()
        .statusCode(400)
        .contentType(startsWith("application/problem+json"));
  }

  @Test
  void aMissingFieldIsNamed() {
    post("{\"text\": \" \"}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:duban:problem:invalid-field"))
        .body("detail", equalTo("id must not be null; text must not be blank"))
        .body("violations.field", contains("id", "text"));
  }

  @Test
  void anotherMediaTypeIsRefused() {
    given()
        .contentType("text/plain")
        .body("{}")
        .post("/echo")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @Test
  void aBodyOfMoreThan256KilobytesIsRefused() {
    post("{" + ID + "\"text\": \"" + "督".repeat(90_000) + "\"}")
        .statusCode(413)
        .contentType("application/problem+json")
        .body("detail", containsString("256 KB"));
    post("{" + ID + "\"text\": \"" + "督".repeat(80_000) + "\"}").statusCode(200);
  }

  @Test
  void anUnknownAddressIsAProblemToo() {
    given().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
  }
}
