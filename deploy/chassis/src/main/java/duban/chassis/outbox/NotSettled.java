package duban.chassis.outbox;

import duban.chassis.loop.Settled;
import duban.chassis.problem.Problems;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Set;

/** Nothing is written over HTTP before the service is {@link Settled}. */
@Provider
class NotSettled implements ContainerRequestFilter {

  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Settled settled;

  NotSettled(Settled settled) {
    this.settled = settled;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!settled.settled() && !READING.contains(request.getMethod())) {
      // Not thrown: no fault of ours that would belong into the log with its trace.
      request.abortWith(
          Problems.of(
                  503,
                  "not-settled",
                  "Not settled yet",
                  "The service is still reading back what it last sent to Kafka; send this again in"
                      + " a moment",
                  Map.of(),
                  Map.of("Retry-After", "1"))
              .toResponse());
    }
  }
}
