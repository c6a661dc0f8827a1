package duban.status;

import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.contract.Described;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends StatusTest {

  private static final Path COMMITTED = Path.of("openapi.yaml");

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

  @Test
  void it_says_enough_for_someone_who_has_nothing_else() throws IOException {
    assertThat(Described.gaps(Files.readString(COMMITTED))).isEmpty();
  }
}
