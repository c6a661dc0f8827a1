package duban.notification;

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
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends RunningService {

  private static final Path COMMITTED = Path.of("openapi.yaml");

  @Inject LoadedRights rights;

  /** After a wanted change: run this test once with -Dduban.openapi.write. */
  @Test
  void theServedDescriptionIsTheCommittedOne() throws IOException {
    var served =
        given().get("/api/notification/openapi").then().statusCode(200).extract().asString();
    if (System.getProperty("duban.openapi.write") != null) {
      Files.writeString(COMMITTED, served);
    }
    assertThat(served).contains("/reminders/{id}/explanation");
    assertThat(served).isEqualTo(Files.readString(COMMITTED));
  }

  /** It stands beside the table of rights, and tells everybody the same. */
  @Test
  void nobodyNeedsATokenToReadIt() {
    var open = rights.table();
    rights.use(Rights.shipped());
    try {
      var nobody = RestAssured.given().get("/api/notification/openapi");
      var somebody =
          RestAssured.given()
              .header("Authorization", "Bearer " + Tokens.of("administrator:CY", "CY"))
              .get("/api/notification/openapi");
      assertThat(nobody.statusCode()).isEqualTo(200);
      assertThat(nobody.asString()).isEqualTo(somebody.asString());
    } finally {
      rights.use(open);
    }
  }

  @Test
  void itSaysEnoughForSomeoneWhoHasNothingElse() throws IOException {
    assertThat(Described.gaps(Files.readString(COMMITTED))).isEmpty();
  }
}
