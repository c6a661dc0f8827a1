package duban.local.part;

import duban.chassis.backbone.KafkaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kafka: one broker that is its own controller. */
public final class KafkaPart implements Part {
  private final Path data;
  private final int port;
  private final int advertisedPort;
  private final int controllerPort;
  private final Path log;
  private volatile @Nullable Process process;

  /**
   * @param advertisedPort where its clients find it: another than {@code port} behind a proxy
   */
  public KafkaPart(Path data, int port, int advertisedPort, int controllerPort, Path log) {
    this.data = data;
    this.port = port;
    this.advertisedPort = advertisedPort;
    this.controllerPort = controllerPort;
    this.log = log;
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public String title() {
    return "Kafka";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Path log() {
    return log;
  }

  @Override
  public ProcessHandle launch() {
    try {
      Path settings = KafkaServer.prepare(data, port, advertisedPort, controllerPort);
      Process started =
          ChildJvm.start(
              // First, because a look at the list of processes cuts off behind the class path.
              List.of("-Dduban.data=" + data, "-Xmx384m", "-XX:TieredStopAtLevel=1"),
              ClassPath.whole(),
              KafkaServer.class,
              List.of(settings.toString()),
              Map.of(),
              log);
      process = started;
      return started.toHandle();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean ready() {
    return Probe.listens(port);
  }

  @Override
  public void stop(Duration patience) {
    Process running = process;
    if (running != null) {
      Ending.orderly(running.toHandle(), patience);
    }
  }
}
