package duban.chassis.identity;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How old the provider's last answer about keys is, in seconds, and whether tokens can be judged
 * (1) or not (0): what an operator is alerted on before anybody is turned away, and when he is.
 */
@Startup
@ApplicationScoped
class KeysMetrics {

  private static final double MILLIS = 1000;

  KeysMetrics(HeardKeys heard, MeterRegistry metrics) {
    metrics.gauge("duban.identity.keys.age.seconds", heard, it -> it.age().toMillis() / MILLIS);
    metrics.gauge("duban.identity.keys.known", heard, it -> it.known() ? 1 : 0);
  }
}
