package duban.chassis.backbone;

import duban.chassis.tokens.Provider;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A real PostgreSQL, a real Kafka and an OpenID provider for the tests of a service, once a JVM.
 * Argument {@code service}: catalog, status or notification.
 */
public class Backbone implements QuarkusTestResourceLifecycleManager {

  private static final String DATABASE = "duban.backbone.database";
  private static final String KAFKA = "duban.backbone.kafka";

  private String service = "";

  @Override
  public void init(Map<String, String> arguments) {
    service = arguments.getOrDefault("service", "chassis");
  }

  @Override
  public Map<String, String> start() {
    try {
      var superuser = database();
      Databases.make(superuser, service, "owner-password", "password");
      var name = "duban_" + service;
      var settings = new HashMap<String, String>();
      settings.put(
          "quarkus.datasource.jdbc.url",
          superuser.substring(0, superuser.indexOf("/postgres?")) + "/" + name);
      settings.put("quarkus.datasource.username", name);
      settings.put("quarkus.datasource.password", "password");
      settings.put("quarkus.flyway.username", name + "_owner");
      settings.put("quarkus.flyway.password", "owner-password");
      settings.put("kafka.bootstrap.servers", kafka());
      settings.put("duban.identity.issuer", Provider.shared());
      settings.put("duban.loops", "manual");
      settings.put("duban.rights.file", everybodyMayEverything().toString());
      // One caller sends everything that can be wrong.
      settings.put("duban.limits.writes-by-address", "0");
      settings.put("duban.limits.writes-by-subject", "0");
      settings.put("duban.limits.failed-sign-ins-by-address", "0");
      settings.put("quarkus.management.port", "0");
      settings.put("quarkus.management.test-port", "0");
      settings.put("quarkus.http.test-port", "0");
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A JDBC address of the server for its superuser. System properties outlive Quarkus's class
   * loaders.
   */
  @SuppressWarnings("resource") // ends with the JVM, by its own shutdown hook
  static synchronized String database() throws IOException {
    var known = System.getProperty(DATABASE);
    if (known == null) {
      var directory = Files.createTempDirectory("duban-postgres");
      known =
          EmbeddedDatabase.start(directory, freePort(), false).getJdbcUrl("postgres", "postgres");
      System.setProperty(DATABASE, known);
    }
    return known;
  }

  static synchronized String kafka() throws IOException, InterruptedException {
    var known = System.getProperty(KAFKA);
    if (known == null) {
      var port = freePort();
      var directory = Files.createTempDirectory("duban-kafka");
      var log = directory.resolve("kafka.log");
      var process = broker(KafkaServer.prepare(directory, port, freePort()), log);
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      awaitPort(port, process, log);
      known = "127.0.0.1:" + port;
      System.setProperty(KAFKA, known);
    }
    return known;
  }

  /** Mostly it is not tested who may do it; the tests of rights take the true table. */
  private static Path everybodyMayEverything() throws IOException {
    var file = Files.createTempFile("rights", ".tsv");
    file.toFile().deleteOnExit();
    return Files.writeString(file, "operation\tanonymous\n*\tOSF\n");
  }

  private static Process broker(Path settings, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx384m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KafkaServer.class.getName(),
            settings.toString())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static void awaitPort(int port, Process process, Path log)
      throws InterruptedException, IOException {
    for (int i = 0; i < 600; i++) {
      if (!process.isAlive()) {
        throw new IllegalStateException("Kafka ended: " + Files.readString(log));
      }
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("Kafka did not start: " + Files.readString(log));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void stop() {
    // Both end with the JVM: the next test class uses them again.
  }
}
