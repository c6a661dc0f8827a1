package duban.status;

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
class OpenApiTest extends StatusTest {

  private static final Path COMMITTED = Path.of("openapi.yaml");

  @Inject LoadedRights rights;

  /**
   * After a wanted change: run this test once with -Dduban.openapi.write and look at the
   * difference.
   */
  @Test
  void the_api_is_the_one_that_was_agreed() throws IOException {
    String served = get("openapi").statusCode(200).extract().asString();
    if (System.getProperty("duban.openapi.write") != null) {
      Files.writeString(COMMITTED, served);
    }
    assertThat(served).isEqualTo(Files.readString(COMMITTED));
  }

  /** It stands beside the table of rights, and tells everybody the same. */
  @Test
  void nobody_needs_a_token_to_read_it() {
    var open = rights.table();
    rights.use(Rights.shipped());
    try {
      var nobody = RestAssured.given().get("/api/status/openapi");
      var somebody =
          RestAssured.given()
              .header("Authorization", "Bearer " + Tokens.of("administrator:CY", "CY"))
              .get("/api/status/openapi");
      assertThat(nobody.statusCode()).isEqualTo(200);
      assertThat(nobody.asString()).isEqualTo(somebody.asString());
    } finally {
      rights.use(open);
    }
  }

  @Test
  void it_says_enough_for_someone_who_has_nothing_else() throws IOException {
    assertThat(Described.gaps(Files.readString(COMMITTED))).isEmpty();
  }
}
