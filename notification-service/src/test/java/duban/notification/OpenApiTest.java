package duban.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.contract.Described;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends RunningService {

  private static final Path COMMITTED = Path.of("openapi.yaml");

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

  @Test
  void itSaysEnoughForSomeoneWhoHasNothingElse() throws IOException {
    assertThat(Described.gaps(Files.readString(COMMITTED))).isEmpty();
  }
}
