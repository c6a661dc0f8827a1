package duban.local;

import duban.local.part.ServicePart;
import duban.local.part.Supervised;
import duban.local.preflight.DataFolder;
import duban.local.preflight.Port;
import duban.local.preflight.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Starts processes of the services: the first of each, and replicas beside them. */
final class Services {
  private final Settings settings;
  private final DataFolder folder;
  private final Apps apps;
  private final Map<Port, Integer> ports;
  private final Secrets secrets;
  private final Duration clockOffset;
  private final Function<ServicePart, Supervised> supervise;

  /**
   * @param supervise takes a part among those that run, before it is started
   */
  Services(
      Settings settings,
      DataFolder folder,
      Apps apps,
      Map<Port, Integer> ports,
      Secrets secrets,
      Duration clockOffset,
      Function<ServicePart, Supervised> supervise) {
    this.settings = settings;
    this.folder = folder;
    this.apps = apps;
    this.ports = ports;
    this.secrets = secrets;
    this.clockOffset = clockOffset;
    this.supervise = supervise;
  }

  /** All at once; returns when all are ready. */
  void startAll() {
    List<Supervised> services = new ArrayList<>();
    for (Service service : Service.values()) {
      services.add(
          supervise.apply(part(service, 1, number(service.port()), number(service.management()))));
    }
    Together.run(services.stream().<Runnable>map(service -> service::start).toList());
  }

  /**
   * Starts another process of a service, on free ports; returns when it is ready.
   *
   * @param instance from 2 on; the first was started with everything else
   */
  Supervised replica(Service service, int instance) {
    Supervised replica = supervise.apply(part(service, instance, Port.anyFree(), Port.anyFree()));
    replica.start();
    return replica;
  }

  private ServicePart part(Service service, int instance, int port, int management) {
    Map<String, String> properties = service.properties(settings, ports, clockOffset);
    properties.put("quarkus.http.port", Integer.toString(port));
    properties.put("quarkus.management.port", Integer.toString(management));
    properties.put("duban.instance", Integer.toString(instance));
    String name = instance == 1 ? service.key() : service.key() + "-" + instance;
    return new ServicePart(
        name,
        apps.jar(service),
        port,
        management,
        properties,
        service.environment(secrets),
        folder.sub("log").resolve(name + ".log"));
  }

  private int number(Port port) {
    return ports.getOrDefault(port, port.usual());
  }
}
