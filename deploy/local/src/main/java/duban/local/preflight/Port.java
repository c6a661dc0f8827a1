package duban.local.preflight;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The ports of a local Duban, all on 127.0.0.1. */
public enum Port {
  ORIGIN("origin", 8080, "the one address in front of everything"),
  CATALOG("catalog", 8081, "catalog-service"),
  STATUS("status", 8082, "status-service"),
  NOTIFICATION("notification", 8083, "notification-service"),
  OIDC("oidc", 8084, "the OpenID provider"),
  CATALOG_MANAGEMENT("catalog-management", 9081, "health and metrics of catalog-service"),
  STATUS_MANAGEMENT("status-management", 9082, "health and metrics of status-service"),
  NOTIFICATION_MANAGEMENT(
      "notification-management", 9083, "health and metrics of notification-service"),
  POSTGRES("postgres", 15432, "PostgreSQL"),
  KAFKA("kafka", 19092, "Kafka"),
  SMTP("smtp", 1025, "the mail catcher's SMTP"),
  MAIL("mail", 8025, "the mail catcher's page");

  public static final int HIGHEST = 65_535;

  private static final int LOWEST_FREE = 20_000;
  private static final int HIGHEST_FREE = 32_000;
  private static final int TRIES = 100;

  /**
   * One after the other, from anywhere: what was given is used a while later only, and another
   * Duban in this process must not be given it meanwhile.
   */
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(HIGHEST_FREE - LOWEST_FREE));

  private final String key;
  private final int usual;
  private final String purpose;

  Port(String key, int usual, String purpose) {
    this.key = key;
    this.usual = usual;
    this.purpose = purpose;
  }

  /** Its name in {@link #property()}. */
  public String key() {
    return key;
  }

  public int usual() {
    return usual;
  }

  /** What it is for, in words. */
  public String purpose() {
    return purpose;
  }

  /** The property that changes it. */
  public String property() {
    return "duban.port." + key;
  }

  /** The ports as asked for, with a free one in place of each 0. */
  public static Map<Port, Integer> chosen(Map<Port, Integer> asked) {
    Map<Port, Integer> chosen = new EnumMap<>(Port.class);
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (Port port : values()) {
        int number = asked.getOrDefault(port, port.usual);
        if (number == 0) {
          // Held until all are chosen, or the same one would be given twice.
          ServerSocket socket = free();
          held.add(socket);
          number = socket.getLocalPort();
        }
        chosen.put(port, number);
      }
    } catch (IOException e) {
      throw new Refusal("No free port was found on 127.0.0.1: " + e.getMessage(), e);
    } finally {
      held.forEach(Port::release);
    }
    return chosen;
  }

  /** A port that nobody uses now. */
  public static int anyFree() {
    try (ServerSocket socket = free()) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new Refusal("No free port was found on 127.0.0.1: " + e.getMessage(), e);
    }
  }

  /**
   * Below those that systems give to outgoing connections: of them one would be taken while what
   * listened on it is restarted.
   */
  private static ServerSocket free() throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      int number = LOWEST_FREE + NEXT.getAndIncrement() % (HIGHEST_FREE - LOWEST_FREE);
      try {
        return new ServerSocket(number, 1, InetAddress.getLoopbackAddress());
      } catch (BindException e) {
        // Somebody listens there: another one.
      }
    }
    throw new BindException(
        "all of %d ports from %d to %d were in use".formatted(TRIES, LOWEST_FREE, HIGHEST_FREE));
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new Refusal("A port could not be released: " + e.getMessage(), e);
    }
  }
}
