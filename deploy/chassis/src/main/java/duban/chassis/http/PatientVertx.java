package duban.chassis.http;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Has Vert.x give each connection that comes in a {@link Patience}: it offers no other place in
 * which a connection is seen before the head of its first request has come. Found by its service
 * file.
 */
public class PatientVertx implements VertxServiceProvider {

  @Override
  public void init(VertxBuilder builder) {
    if (!(builder.findTransport() instanceof JDKTransport)) {
      throw new IllegalStateException(
          "quarkus.vertx.prefer-native-transport is true; the deadlines against slow senders know"
              + " only Java's own");
    }
    builder.findTransport(new PatientTransport());
  }
}
