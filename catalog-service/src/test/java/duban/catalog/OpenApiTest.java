package duban.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.contract.Described;
import duban.chassis.rights.LoadedRights;
import duban.chassis.rights.Rights;
import duban.chassis.tokens.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
  private static final Path COMMITTED = Path.of("openapi.yaml");

  @Inject LoadedRights rights;

  /** After a wanted change: run this test once with -Dduban.openapi.write. */
  @Test
  void theApiIsTheOneThatIsCommitted() throws IOException {
    String served = given().get("/api/catalog/openapi").then().statusCode(200).extract().asString();
    if (System.getProperty("duban.openapi.write") != null) {
      Files.writeString(COMMITTED, served);
    }
    assertThat(served).isEqualTo(Files.readString(COMMITTED));
  }

  /** It stands beside the table of rights, and tells everybody the same. */
  @Test
  void nobodyNeedsATokenToReadIt() {
    var open = rights.table();
    rights.use(Rights.shipped());
    try {
      var nobody = RestAssured.given().get("/api/catalog/openapi");
      var somebody =
          RestAssured.given()
              .header("Authorization", "Bearer " + Tokens.of("administrator:CY", "CY"))
              .get("/api/catalog/openapi");
      assertThat(nobody.statusCode()).isEqualTo(200);
      assertThat(nobody.asString()).isEqualTo(somebody.asString());
    } finally {
      rights.use(open);
    }
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
            "attributes",
            "occasion-types",
            "occasions",
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
