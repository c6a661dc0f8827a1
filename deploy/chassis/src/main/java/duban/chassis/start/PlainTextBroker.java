package duban.chassis.start;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** On an open network whoever listens reads every event, and may write some. */
@Singleton
class PlainTextBroker implements Check {

  private static final String PROTOCOL = "kafka.security.protocol";

  @Override
  public String name() {
    return "plain-text-broker";
  }

  @Override
  public Optional<String> finding(Config settings) {
    var protocol = Check.given(settings, PROTOCOL).toUpperCase(Locale.ROOT);
    var encrypted = protocol.equals("SSL") || protocol.equals("SASL_SSL");
    return encrypted || Check.given(settings, "duban.network").equals("closed")
        ? Optional.empty()
        : Optional.of(
            PROTOCOL
                + " is "
                + (protocol.isEmpty() ? "PLAINTEXT" : protocol)
                + ", which anybody on the network can read; set SSL or SASL_SSL, or"
                + " duban.network=closed if nobody else can reach the way to Kafka");
  }
}
