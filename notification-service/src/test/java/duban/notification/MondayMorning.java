package duban.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The service starts at 2027-10-25 06:00 in Beijing, beside a mail server that a test starts. */
public class MondayMorning implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    var offset = Duration.between(Instant.now(), Year2027.at("2027-10-25T06:00:00"));
    return Map.of(
        "duban.clock.offset", offset.toString(),
        "duban.demonstration", "true",
        "duban.smtp.timeout", "PT4S",
        "duban.smtp.backoff", "PT0.1S",
        "duban.smtp.port", String.valueOf(freePort()));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}
