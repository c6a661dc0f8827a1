package duban.local;

import duban.local.preflight.BeijingTime;
import duban.local.preflight.Disk;
import duban.local.preflight.Port;
import duban.local.preflight.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * What a start is asked for. Begin with {@link #in(Path)}; each method answers the same settings
 * with one thing changed.
 */
public final class Settings {
  private final Path root;
  private Path data;
  private boolean fresh;
  private Optional<LocalDateTime> now = Optional.empty();
  private String catalogue = "chaoyang";
  private long neededBytes = Disk.ENOUGH_BYTES;
  private Consumer<String> say = line -> {};
  private final Map<Port, Integer> ports = new EnumMap<>(Port.class);
  private final Map<Port, Integer> seen = new EnumMap<>(Port.class);
  private final Map<String, String> serviceProperties = new HashMap<>();
  private final Map<String, Map<String, String>> propertiesOf = new HashMap<>();

  private Settings(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.data = this.root.resolve(".duban");
  }

  /** The usual settings in a checkout whose services are built. */
  public static Settings in(Path root) {
    return new Settings(root);
  }

  /** What the properties {@code duban.*} ask for; refuses what cannot be understood. */
  public static Settings of(Properties properties) {
    OptionNames.check(properties.stringPropertyNames());
    Settings settings = in(root(properties));
    String data = properties.getProperty("duban.data");
    if (data != null) {
      settings.data(settings.root.resolve(data));
    }
    String fresh = properties.getProperty("duban.fresh", "false");
    settings.fresh = fresh.isEmpty() || Boolean.parseBoolean(fresh);
    settings.now = Optional.ofNullable(properties.getProperty("duban.now")).map(BeijingTime::parse);
    settings.catalogue(properties.getProperty("duban.catalogue", settings.catalogue));
    for (Port port : Port.values()) {
      String number = properties.getProperty(port.property());
      if (number != null) {
        settings.port(port, number(port, number));
      }
    }
    return settings;
  }

  private static Path root(Properties properties) {
    String given = properties.getProperty("duban.root");
    if (given != null) {
      return Path.of(given);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static int number(Port port, String text) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= Port.HIGHEST) {
      return Integer.parseInt(text);
    }
    throw new Refusal(
        "%s is \"%s\", which is no port; give a number up to %d, such as -D%s=%d (0 takes a free one)."
            .formatted(port.property(), text, Port.HIGHEST, port.property(), port.usual()));
  }

  public Settings data(Path folder) {
    data = folder.toAbsolutePath().normalize();
    return this;
  }

  /** Begins anew: deletes what the data folder holds. */
  public Settings fresh() {
    fresh = true;
    return this;
  }

  /** The Beijing time at which it starts. */
  public Settings now(LocalDateTime beijing) {
    now = Optional.of(beijing);
    return this;
  }

  /** {@code chaoyang}, {@code none}, or a file of the same form. */
  public Settings catalogue(String nameOrFile) {
    Path file = root.resolve(nameOrFile);
    catalogue = Files.isRegularFile(file) ? file.toString() : nameOrFile;
    return this;
  }

  /** Another port than the usual one; 0 takes a free one. */
  public Settings port(Port port, int number) {
    ports.put(port, number);
    return this;
  }

  /** Takes a free port for each, at once: several may run beside each other. */
  public Settings freePorts() {
    for (Port port : Port.values()) {
      ports.put(port, 0);
    }
    ports.putAll(Port.chosen(ports));
    return this;
  }

  /** Where it will be; 0 if that is chosen only at the start. */
  public int port(Port port) {
    return ports.getOrDefault(port, port.usual());
  }

  /** The services (and whoever asks Kafka) find POSTGRES, KAFKA or SMTP here, at a proxy's port. */
  public Settings seenAt(Port port, int proxy) {
    seen.put(port, proxy);
    return this;
  }

  /** A system property for all three services, such as {@code duban.smtp.timeout}. */
  public Settings serviceProperty(String name, String value) {
    serviceProperties.put(name, value);
    return this;
  }

  /**
   * The same for one of them.
   *
   * @param service {@code catalog}, {@code status} or {@code notification}
   */
  public Settings serviceProperty(String service, String name, String value) {
    propertiesOf.computeIfAbsent(service, it -> new HashMap<>()).put(name, value);
    return this;
  }

  public Settings neededBytes(long bytes) {
    neededBytes = bytes;
    return this;
  }

  /** Who is told what happens, line by line. If that fails, everything else goes on. */
  public Settings say(Consumer<String> listener) {
    say =
        line -> {
          try {
            listener.accept(line);
          } catch (RuntimeException e) {
            // A terminal that is gone must not keep the parts from being stopped.
          }
        };
    return this;
  }

  Path root() {
    return root;
  }

  Path data() {
    return data;
  }

  boolean isFresh() {
    return fresh;
  }

  Optional<LocalDateTime> now() {
    return now;
  }

  String catalogue() {
    return catalogue;
  }

  long neededBytes() {
    return neededBytes;
  }

  Map<Port, Integer> ports() {
    return ports;
  }

  int seen(Port port, Map<Port, Integer> chosen) {
    return seen.getOrDefault(port, chosen.getOrDefault(port, port.usual()));
  }

  /** Those for all, and over them its own. */
  Map<String, String> serviceProperties(String service) {
    var all = new HashMap<>(serviceProperties);
    all.putAll(propertiesOf.getOrDefault(service, Map.of()));
    return all;
  }

  Consumer<String> say() {
    return say;
  }
}
