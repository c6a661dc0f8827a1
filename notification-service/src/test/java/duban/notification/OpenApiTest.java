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

  /** When the API was changed on purpose: copy target/openapi.yaml over the committed file. */
  @Test
  void theServedDescriptionIsTheCommittedOne() throws IOException {
    var served =
        given().get("/api/notification/openapi").then().statusCode(200).extract().asString();
    Files.writeString(Path.of("target/openapi.yaml"), served);
    assertThat(served).contains("/reminders/{id}/explanation");
    assertThat(served).isEqualTo(Files.readString(Path.of("openapi.yaml")));
  }

  @Test
  void itSaysEnoughForSomeoneWhoHasNothingElse() throws IOException {
    assertThat(Described.gaps(Files.readString(Path.of("openapi.yaml")))).isEmpty();
  }
}
