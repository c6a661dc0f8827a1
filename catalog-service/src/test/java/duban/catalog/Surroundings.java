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
  @Override
  public Map<String, String> start() {
    Duration offset = Duration.between(Instant.now(), Instant.parse("2027-10-25T01:29:00Z"));
    return Map.of("duban.demonstration", "true", "duban.clock.offset", offset.toString());
  }

  @Override
  public void stop() {
    // Nothing runs.
  }
}
