package duban.bench;

import duban.chassis.backbone.Databases;
import duban.local.part.KafkaPart;
import duban.local.part.Part;
import duban.local.part.PostgresPart;
import duban.local.preflight.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * PostgreSQL and Kafka as {@code mvn -Pup} starts them (fsync on), with empty data, for one figure.
 */
final class World implements AutoCloseable {

  static final String PASSWORD = "bench";

  private final Bench bench;
  private final Path folder;
  private final PostgresPart postgres;
  private final KafkaPart kafka;
  private final String bootstrap;
  private final Tokens tokens = new Tokens();
  private final List<AutoCloseable> closing = new ArrayList<>();
  private final Thread hook = new Thread(this::stop, "stop bench");
  private long postmaster;
  private long broker;

  private World(Bench bench, String name) throws IOException {
    this.bench = bench;
    this.folder = bench.folder().resolve(name);
    delete(folder);
    Files.createDirectories(folder);
    int port = Port.anyFree();
    this.bootstrap = "127.0.0.1:" + port;
    this.postgres =
        new PostgresPart(
            folder.resolve("postgres"), Port.anyFree(), folder.resolve("postgres.log"));
    this.kafka =
        new KafkaPart(
            folder.resolve("kafka"), port, port, Port.anyFree(), folder.resolve("kafka.log"));
  }

  static World start(Bench bench, String name) throws Exception {
    var world = new World(bench, name);
    try {
      world.begin();
      return world;
    } catch (Exception e) {
      world.close();
      throw e;
    }
  }

  private void begin() throws Exception {
    // Ctrl-C in the middle: PostgreSQL has a session of its own and would go on.
    Runtime.getRuntime().addShutdownHook(hook);
    begun(postgres);
    try (var connection = DriverManager.getConnection(postgres.superuser("postgres"));
        var statement = connection.createStatement()) {
      // Tells to the microsecond when a change was committed, whoever wrote it.
      statement.execute("ALTER SYSTEM SET track_commit_timestamp = on");
    }
    postgres.stop(Duration.ofSeconds(30));
    postmaster = begun(postgres);
    broker = begun(kafka);
    for (var service : List.of("catalog", "status", "notification", "empty")) {
      Databases.make(postgres.superuser("postgres"), service, PASSWORD, PASSWORD);
    }
  }

  private static long begun(Part part) {
    ProcessHandle process = part.launch();
    Patience.await(part.title(), part::ready);
    return process.pid();
  }

  /** Starts one of the services, or the empty application, and returns when it answers. */
  Service service(String service, Map<String, String> properties) throws Exception {
    return service(service, Jvm.usual(), properties);
  }

  Service service(String service, Jvm jvm, Map<String, String> properties) throws Exception {
    var started = Service.start(this, service, jvm, properties);
    closing.add(started);
    return started;
  }

  Topics topics() {
    var topics = new Topics(bootstrap);
    closing.add(topics);
    return topics;
  }

  /** Of the provider that all its services believe. */
  Tokens tokens() {
    return tokens;
  }

  String address(String database) {
    return postgres.address("duban_" + database);
  }

  String bootstrap() {
    return bootstrap;
  }

  Path folder() {
    return folder;
  }

  Bench bench() {
    return bench;
  }

  long postmaster() {
    return postmaster;
  }

  long broker() {
    return broker;
  }

  /** As the service itself connects. */
  Connection connect(String service) throws SQLException {
    return DriverManager.getConnection(address(service), "duban_" + service, PASSWORD);
  }

  Connection superuser(String service) throws SQLException {
    return DriverManager.getConnection(postgres.superuser("duban_" + service));
  }

  /** Ends with this world. */
  <T extends AutoCloseable> T with(T part) {
    closing.add(part);
    return part;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return; // It runs at this moment.
    }
    stop();
    try {
      delete(folder.resolve("postgres"));
      delete(folder.resolve("kafka"));
    } catch (IOException e) {
      bench.say("not deleted: " + e);
    }
  }

  private void stop() {
    for (int i = closing.size() - 1; i >= 0; i--) {
      try {
        closing.get(i).close();
      } catch (Exception e) {
        bench.say("did not close: " + e);
      }
    }
    tokens.close();
    kafka.stop(Duration.ofSeconds(10));
    postgres.stop(Duration.ofSeconds(30));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
