package duban.chassis.backbone;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** One Kafka broker, which is its own controller, in a process of its own on 127.0.0.1. */
public final class KafkaServer {

  private static final String CLUSTER = "ZHViYW4tb25lLW1hY2hpbg";

  private KafkaServer() {}

  /**
   * Writes what the broker is started with.
   *
   * @param directory its data; kept, and formatted only when it is empty
   * @return the one argument of {@link #main}
   */
  public static Path prepare(Path directory, int port, int controllerPort) throws IOException {
    return prepare(directory, port, port, controllerPort);
  }

  /**
   * The same, behind a proxy.
   *
   * @param advertisedPort where its clients are told to find it
   */
  public static Path prepare(Path directory, int port, int advertisedPort, int controllerPort)
      throws IOException {
    Files.createDirectories(directory);
    var file = directory.resolve("server.properties");
    try (var out = Files.newOutputStream(file)) {
      settings(directory, port, advertisedPort, controllerPort).store(out, null);
    }
    return file;
  }

  private static Properties settings(
      Path directory, int port, int advertisedPort, int controllerPort) {
    var settings = new Properties();
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", "1");
    settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.setProperty("controller.listener.names", "CONTROLLER");
    settings.setProperty(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + advertisedPort);
    settings.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.setProperty("log.dirs", directory.resolve("log").toString());
    settings.setProperty("auto.create.topics.enable", "false");
    settings.setProperty("default.replication.factor", "1");
    settings.setProperty("offsets.topic.replication.factor", "1");
    settings.setProperty("offsets.topic.num.partitions", "1");
    settings.setProperty("transaction.state.log.replication.factor", "1");
    settings.setProperty("transaction.state.log.min.isr", "1");
    settings.setProperty("transaction.state.log.num.partitions", "1");
    settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
    settings.setProperty("share.coordinator.state.topic.min.isr", "1");
    settings.setProperty("group.initial.rebalance.delay.ms", "0");
    settings.setProperty("log.segment.bytes", "16777216");
    settings.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
    // A broker that was killed is refused as a duplicate of itself until its last session is over;
    // but one that is late on a busy machine must not be shut out, as it then takes no new topics.
    settings.setProperty("broker.session.timeout.ms", "4000");
    settings.setProperty("broker.heartbeat.interval.ms", "500");
    return settings;
  }

  /** The child: {@code args[0]} is its server.properties. */
  public static void main(String[] args) throws Exception {
    ParentWatch.start();
    var file = new File(args[0]);
    if (!new File(file.getParentFile(), "log/meta.properties").exists()) {
      var formatted =
          StorageTool.execute(
              new String[] {"format", "-t", CLUSTER, "-c", file.getPath()},
              new PrintStream(System.out, true));
      if (formatted != 0) {
        System.exit(formatted);
      }
    }
    Kafka.main(args);
  }
}
