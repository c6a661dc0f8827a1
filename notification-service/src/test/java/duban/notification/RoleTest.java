package duban.notification;

import duban.chassis.contract.Privileges;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the service's role may do in its database. */
@QuarkusTest
class RoleTest extends RunningService {

  @Test
  void itMayDoWhatTheServiceDoesAndNoMore() {
    Privileges.check(Path.of("src/test/resources/privileges.txt"));
  }
}
