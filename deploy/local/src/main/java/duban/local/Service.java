package duban.local;

import duban.local.preflight.Port;
import duban.local.preflight.Secrets;
import duban.local.signin.Provider;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The three services and how each is told where everything is. */
enum Service {
  CATALOG(Port.CATALOG, Port.CATALOG_MANAGEMENT),
  STATUS(Port.STATUS, Port.STATUS_MANAGEMENT),
  NOTIFICATION(Port.NOTIFICATION, Port.NOTIFICATION_MANAGEMENT);

  private static final String HOST = "127.0.0.1";

  private final Port port;
  private final Port management;

  Service(Port port, Port management) {
    this.port = port;
    this.management = management;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  Port port() {
    return port;
  }

  String database() {
    return "duban_" + key();
  }

  String role() {
    return "duban_" + key();
  }

  String ownerRole() {
    return "duban_" + key() + "_owner";
  }

  Port management() {
    return management;
  }

  /** Where everything is, for one process of it. */
  Map<String, String> properties(
      Settings settings, Map<Port, Integer> ports, Duration clockOffset) {
    Map<String, String> properties = new HashMap<>();
    properties.put("quarkus.http.host", HOST);
    properties.put("quarkus.management.host", HOST);
    properties.put(
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql://%s:%d/%s"
            .formatted(HOST, settings.seen(Port.POSTGRES, ports), database()));
    properties.put("quarkus.datasource.username", role());
    properties.put("quarkus.flyway.username", ownerRole());
    properties.put("kafka.bootstrap.servers", HOST + ":" + settings.seen(Port.KAFKA, ports));
    properties.put("duban.demonstration", "true");
    properties.put(
        "duban.identity.issuer", Provider.issuer(ports.getOrDefault(Port.OIDC, Port.OIDC.usual())));
    properties.put("duban.clock.offset", clockOffset.toString());
    // On this machine everybody has the same address, and whoever tries it out tries it in a loop.
    properties.put("duban.limits.writes-by-subject", "0");
    properties.put("duban.limits.writes-by-address", "0");
    if (this == STATUS) {
      // What the tutorial reads of progress needs no token.
      properties.put("duban.anonymous.states", "true");
    }
    if (this == CATALOG) {
      properties.put("duban.catalogue", settings.catalogue());
    }
    if (this == NOTIFICATION) {
      properties.put("duban.smtp.host", HOST);
      properties.put("duban.smtp.port", Integer.toString(settings.seen(Port.SMTP, ports)));
    }
    properties.putAll(settings.serviceProperties(key()));
    return properties;
  }

  /** What must not be seen in the list of processes. */
  Map<String, String> environment(Secrets secrets) {
    return Map.of(
        "QUARKUS_DATASOURCE_PASSWORD", secrets.of(role()),
        "QUARKUS_FLYWAY_PASSWORD", secrets.of(ownerRole()));
  }

  static Service named(String key) {
    return Arrays.stream(values())
        .filter(service -> service.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no service " + key));
  }
}
