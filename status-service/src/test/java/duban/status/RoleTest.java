package duban.status;

import duban.chassis.contract.Privileges;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the service's role may do in its database. */
@QuarkusTest
class RoleTest extends StatusTest {

  @Test
  void it_may_do_what_the_service_does_and_no_more() {
    Privileges.check(Path.of("src/test/resources/privileges.txt"));
  }
}
