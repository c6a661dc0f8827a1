package duban.local;

import duban.local.part.Part;
import duban.local.part.Supervised;
import duban.local.preflight.BeijingTime;
import duban.local.preflight.DataFolder;
import duban.local.preflight.Port;
import duban.local.signin.Provider;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;

/**
 * A running Duban: PostgreSQL, Kafka, the mail catcher, the OpenID provider, the three services and
 * the origin. Parts are named {@code postgres}, {@code kafka}, {@code catalog}, {@code status},
 * {@code notification}, and a second process of a service {@code status-2}.
 */
public final class Duban implements AutoCloseable {
  private final DataFolder folder;
  private final Map<Port, Integer> ports;
  private final Clock businessTime;
  private final Running running;
  private final Services services;
  private final Thread hook;

  Duban(
      DataFolder folder,
      Map<Port, Integer> ports,
      Clock businessTime,
      Running running,
      Services services,
      Thread hook) {
    this.folder = folder;
    this.ports = Map.copyOf(ports);
    this.businessTime = businessTime;
    this.running = running;
    this.services = services;
    this.hook = hook;
  }

  /**
   * Starts everything and returns when all of it is ready.
   *
   * @throws duban.local.preflight.Refusal with one sentence; nothing is left running then
   */
  public static Duban start(Settings settings) {
    return new Start(settings).run();
  }

  public int port(Port port) {
    return ports.getOrDefault(port, port.usual());
  }

  /** The address of a port, such as {@code http://127.0.0.1:8080/}. */
  public URI address(Port port) {
    return URI.create("http://127.0.0.1:" + port(port) + "/");
  }

  public URI origin() {
    return address(Port.ORIGIN);
  }

  /** Who issues tokens here: the {@code iss} of each. */
  public String issuer() {
    return Provider.issuer(port(Port.OIDC));
  }

  /** The page and the API of the mail catcher. */
  public URI mail() {
    return address(Port.MAIL);
  }

  /** What Kafka's clients connect to. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port(Port.KAFKA);
  }

  /** A JDBC address for the superuser of PostgreSQL. */
  public String superuser(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres"
        .formatted(port(Port.POSTGRES), database);
  }

  /** What time it is in the world that was started. */
  public LocalDateTime beijingTime() {
    return BeijingTime.of(businessTime.instant());
  }

  /** The id of a part's process now; another one after it was started again. */
  public long pid(String part) {
    return running.part(part).pid();
  }

  /** Whether a part has come up since it last ended, and says that it is ready at this moment. */
  public boolean ready(String part) {
    Supervised supervised = running.part(part);
    return supervised.state() == Supervised.State.READY && supervised.part().ready();
  }

  /** The log of a part's process. */
  public java.nio.file.Path log(String part) {
    Part found = running.part(part).part();
    return found.log();
  }

  /** The address of one process of a service, past the origin. */
  public URI address(String part) {
    return URI.create("http://127.0.0.1:" + running.part(part).part().port() + "/");
  }

  /**
   * Starts a second, third … process of a service, which the origin does not know, and returns when
   * it is ready.
   *
   * @param service {@code catalog}, {@code status} or {@code notification}
   * @param instance from 2 on
   * @return its name, such as {@code status-2}
   */
  public String replica(String service, int instance) {
    return services.replica(Service.named(service), instance).part().name();
  }

  /** Ends a replica, in an orderly way. */
  public void leave(String replica) {
    running.leave(replica);
  }

  /** Ends a part, which is not started again until {@link #resume}. */
  public void halt(String part) {
    running.halt(part);
  }

  /** Lets a halted part be started again; await {@link #ready}. */
  public void resume(String part) {
    running.part(part).resume();
  }

  /** Stops everything in its order; the data stays. May be called more than once. */
  public void stop() {
    running.stop();
    folder.close();
    Start.forget(hook);
  }

  @Override
  public void close() {
    stop();
  }
}
