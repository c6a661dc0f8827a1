package duban.chassis.loop;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Starts every {@link Work} of the service, watches it, and ends it in order. */
@ApplicationScoped
class Loops {

  private static final Logger LOG = Logger.getLogger(Loops.class);
  private static final Duration TIME_TO_END = Duration.ofSeconds(8);

  private final List<Loop> loops;
  private final boolean manual;

  Loops(
      @All List<Work> works,
      Settled settled,
      @ConfigProperty(name = "duban.loops") String mode,
      MeterRegistry metrics) {
    this.manual = mode.equals("manual");
    this.loops = manual ? List.of() : works.stream().map(work -> new Loop(work, settled)).toList();
    for (var loop : loops) {
      var tags = Tags.of("loop", loop.name());
      metrics.gauge("duban.loop.age.seconds", tags, loop, it -> it.age().toMillis() / 1000.0);
      metrics.gauge("duban.loop.failures", tags, loop, Loop::failures);
    }
  }

  void start(@Observes StartupEvent event) {
    loops.forEach(Loop::start);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loops.forEach(Loop::stop);
    var until = System.nanoTime() + TIME_TO_END.toNanos();
    for (var loop : loops) {
      var left = Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime()));
      loop.awaitEnd(left);
    }
    LOG.debugf("%d loops ended", loops.size());
  }

  List<Loop> all() {
    return loops;
  }
}
