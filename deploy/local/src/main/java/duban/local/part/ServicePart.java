package duban.local.part;

import duban.chassis.backbone.ParentWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the three services. */
public final class ServicePart implements Part {
  /**
   * Starts fast and stays small; a demonstration has no long run to compile for. Without a small
   * first heap a machine with much memory gives all of it at once, and each start touches it.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-Xms32m",
          "-Xmx256m",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Dfile.encoding=UTF-8");

  private final String name;
  private final Path jar;
  private final int port;
  private final int managementPort;
  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final Path log;
  private volatile @Nullable Process process;

  /**
   * @param jar its {@code quarkus-run.jar}
   * @param environment what must not be seen in the list of processes
   */
  public ServicePart(
      String name,
      Path jar,
      int port,
      int managementPort,
      Map<String, String> properties,
      Map<String, String> environment,
      Path log) {
    this.name = name;
    this.jar = jar;
    this.port = port;
    this.managementPort = managementPort;
    this.properties = Map.copyOf(properties);
    this.environment = Map.copyOf(environment);
    this.log = log;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String title() {
    return name + "-service";
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
    List<String> options = new ArrayList<>(OPTIONS);
    properties.forEach((key, value) -> options.add("-D" + key + "=" + value));
    Process started =
        ChildJvm.start(
            options,
            List.of(jar, ClassPath.of(ServiceMain.class), ClassPath.of(ParentWatch.class)),
            ServiceMain.class,
            List.of(),
            environment,
            log);
    process = started;
    return started.toHandle();
  }

  @Override
  public boolean ready() {
    return Probe.health(managementPort);
  }

  @Override
  public void stop(Duration patience) {
    Process running = process;
    if (running != null) {
      Ending.orderly(running.toHandle(), patience);
    }
  }
}
