package duban.catalog;

import duban.chassis.backbone.Backbone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What every service test runs in: a demonstration that starts first on 25 October 2027, 09:29. */
@QuarkusTestResource(
    value = Backbone.class,
    initArgs = @ResourceArg(name = "service", value = "catalog"))
@QuarkusTestResource(Surroundings.class)
public class Surroundings implements QuarkusTestResourceLifecycleManager {
  private static final String OFFSET = "duban.surroundings.offset";
  private static final Instant FIRST = Instant.parse("2027-10-25T01:29:00Z");

  @Override
  public Map<String, String> start() {
    // Once a JVM: what was recorded before another profile must not lie in the future.
    String offset = System.getProperty(OFFSET);
    if (offset == null) {
      offset = Duration.between(Instant.now(), FIRST).toString();
      System.setProperty(OFFSET, offset);
    }
    return Map.of("duban.demonstration", "true", "duban.clock.offset", offset);
  }

  @Override
  public void stop() {
    // Nothing runs.
  }
}
