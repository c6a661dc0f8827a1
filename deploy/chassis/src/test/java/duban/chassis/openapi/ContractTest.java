package duban.chassis.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import duban.chassis.backbone.Backbone;
import duban.chassis.contract.BadInput;
import duban.chassis.contract.Tables;
import duban.chassis.contract.Texts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class ContractTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Inject NotesResource notes;
  @Inject CarelessResource careless;
  @Inject AgroalDataSource database;

  private static String document() throws IOException {
    var served = given().get("/openapi").then().statusCode(200).extract().asString();
    Files.writeString(Path.of("target/openapi.yaml"), served);
    return served;
  }

  /** Against the addresses that begin so. */
  private static BadInput badInput(String path) throws IOException {
    var served = given().queryParam("format", "json").get("/openapi").asString();
    var document = JSON.readTree(served);
    document.withObjectProperty("paths").properties().removeIf(it -> !it.getKey().startsWith(path));
    return BadInput.ofText(document.toString());
  }

  @TestFactory
  Stream<DynamicContainer> whatIsWrongIsRefused() throws IOException {
    return badInput("/api/chassis/notes")
        .tables(() -> Map.of("tables", Tables.fingerprint(database), "notes", notes.kept()))
        .tests();
  }

  @Test
  void aResourceThatLooksAtNothingIsFound() throws IOException {
    var failures = badInput("/api/chassis/careless").tables(careless::kept).failures();
    assertThat(failures)
        .anySatisfy(it -> assertThat(it).contains("name: missing").contains("500"))
        .anySatisfy(it -> assertThat(it).contains("text: too long").contains("200"))
        .anySatisfy(it -> assertThat(it).contains("count: too small").contains("200"))
        .anySatisfy(it -> assertThat(it).contains("friend: unknown").contains("200"))
        .anySatisfy(it -> assertThat(it).contains("friends: unknown").contains("200"))
        .anySatisfy(it -> assertThat(it).contains("query dryRun: no such value").contains("200"))
        .anySatisfy(it -> assertThat(it).contains("what is stored"))
        .anySatisfy(it -> assertThat(it).contains("trial: one: a trial stores nothing"))
        .anySatisfy(it -> assertThat(it).contains("trial: one: is taken").contains("answers 202"))
        .noneSatisfy(it -> assertThat(it).contains("careless: one: is taken"))
        .noneSatisfy(it -> assertThat(it).contains("careless: one: broken JSON"));
  }

  @Test
  void anOperationThatShowsNoExampleIsFound() {
    var bad =
        BadInput.ofText(
            """
            paths:
              /x:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema: {type: object}
            """);
    assertThatThrownBy(bad::failures)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("POST /x shows no example");
    assertThatThrownBy(() -> bad.parameter("POST /nowhere", "id", () -> "1"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("POST /nowhere");
  }

  @Test
  void theDocumentShowsEachProblemOnce() throws IOException {
    var document = document();
    assertThat(document)
        .contains("openapi: 3.1.0")
        .contains("note-conflict:\n      summary: Conflict")
        .doesNotContain("x-problems", "HttpProblem", "HttpValidationProblem", "Violation:");
    given()
        .queryParam("format", "json")
        .get("/openapi")
        .then()
        .body(
            "paths.'/api/chassis/notes/{id}'.put.responses.'412'.content.'application/problem+json'.examples.keySet()[0]",
            equalTo("version-conflict"))
        .body("components.examples.'note-not-known'.value.status", equalTo(404))
        .body("components.examples.'note-not-known'.value.detail", equalTo("There is no note a-9"));
  }

  @Test
  void everyTextComesBackByteForByte() {
    for (var text : Texts.FAITHFUL) {
      given()
          .contentType("application/json")
          .body(Map.of("id", "123e4567-e89b-42d3-a456-426614174000", "text", text))
          .post("/echo")
          .then()
          .statusCode(200)
          .body("text", equalTo(text));
    }
  }

  @Test
  void theApiCanBeReadInABrowserWithoutTheInternet() {
    given()
        .redirects()
        .follow(false)
        .get("/docs")
        .then()
        .statusCode(307)
        .header("Location", equalTo("docs/"));
    given()
        .get("/docs/")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("swagger-ui-bundle.js"));
    for (var file : List.of("start.js", "swagger-ui.css", "swagger-ui-bundle.js", "favicon.ico")) {
      given().get("/docs/" + file).then().statusCode(200);
    }
    given()
        .get("/docs/application.properties")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:duban:problem:not-found"));
  }
}
