package duban.local;

import duban.local.part.PostgresPart;
import duban.local.part.ServicePart;
import duban.local.preflight.Port;
import duban.local.preflight.Secrets;
import java.nio.file.Path;
import java.time.Duration;
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

  ServicePart part(
      Settings settings,
      Path jar,
      Map<Port, Integer> ports,
      PostgresPart postgres,
      Secrets secrets,
      Duration clockOffset,
      Path log) {
    int managementPort = number(ports, management);
    Map<String, String> properties = new HashMap<>();
    properties.put("quarkus.http.host", HOST);
    properties.put("quarkus.http.port", Integer.toString(number(ports, port)));
    properties.put("quarkus.management.host", HOST);
    properties.put("quarkus.management.port", Integer.toString(managementPort));
    properties.put("quarkus.datasource.jdbc.url", postgres.address(database()));
    properties.put("quarkus.datasource.username", role());
    properties.put("quarkus.flyway.username", ownerRole());
    properties.put("kafka.bootstrap.servers", HOST + ":" + number(ports, Port.KAFKA));
    properties.put("duban.demonstration", "true");
    properties.put("duban.clock.offset", clockOffset.toString());
    properties.put("duban.instance", "1");
    if (this == CATALOG) {
      properties.put("duban.catalogue", settings.catalogue());
    }
    if (this == NOTIFICATION) {
      properties.put("duban.smtp.host", HOST);
      properties.put("duban.smtp.port", Integer.toString(number(ports, Port.SMTP)));
    }
    properties.putAll(settings.serviceProperties());
    Map<String, String> environment =
        Map.of(
            "QUARKUS_DATASOURCE_PASSWORD", secrets.of(role()),
            "QUARKUS_FLYWAY_PASSWORD", secrets.of(ownerRole()));
    return new ServicePart(
        key(), jar, number(ports, port), managementPort, properties, environment, log);
  }

  private static int number(Map<Port, Integer> ports, Port port) {
    return ports.getOrDefault(port, port.usual());
  }
}
