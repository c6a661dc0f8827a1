package duban.chassis.loop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive means that every loop came round within a minute, failing or not: a database that is away
 * is no reason to be restarted.
 */
@Liveness
@ApplicationScoped
class LoopsAlive implements HealthCheck {

  private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);

  private final Loops loops;

  LoopsAlive(Loops loops) {
    this.loops = loops;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("loops").up();
    for (var loop : loops.all()) {
      response.withData(loop.name(), loop.age().toMillis() + " ms");
      if (loop.age().compareTo(LONGEST_ROUND) > 0) {
        response.down();
      }
    }
    return response.build();
  }
}
