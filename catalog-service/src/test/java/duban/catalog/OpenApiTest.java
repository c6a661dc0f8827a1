package duban.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.contract.Described;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
  private static final Path COMMITTED = Path.of("openapi.yaml");

  /** After a wanted change: run this test once with -Dduban.openapi.write. */
  @Test
  void theApiIsTheOneThatIsCommitted() throws IOException {
    String served = given().get("/api/catalog/openapi").then().statusCode(200).extract().asString();
    if (System.getProperty("duban.openapi.write") != null) {
      Files.writeString(COMMITTED, served);
    }
    assertThat(served).isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void aListIsNeverShownOtherwiseThanAsJson() {
    for (String list :
        List.of(
            "units",
            "documents",
            "measures",
            "topics",
            "conferences",
            "obligations",
            "deadlines",
            "terms",
            "calendars")) {
      given()
          .accept("text/html")
          .get("/api/catalog/" + list)
          .then()
          .statusCode(406)
          .contentType("application/problem+json");
    }
  }

  @Test
  void itSaysEnoughForSomeoneWhoHasNothingElse() throws IOException {
    assertThat(Described.gaps(Files.readString(COMMITTED))).isEmpty();
  }
}
