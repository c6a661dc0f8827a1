package duban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a service is run.
 *
 * @param home of its Java
 * @param flat with one class path in one order instead of Quarkus's own loader, whose classes an
 *     AOT cache does not hold
 */
record Jvm(Path home, List<String> options, boolean flat) {

  private static final List<String> SMALL = List.of("-Xms32m", "-Xmx256m", "-XX:+UseSerialGC");

  /** The Java that runs this. */
  static Jvm usual() {
    return new Jvm(Path.of(System.getProperty("java.home")), SMALL, false);
  }

  /** A Java 25, named by JAVA25_HOME or found where this Java lies; empty if there is none. */
  static Optional<Jvm> newest() {
    String named = System.getenv("JAVA25_HOME");
    if (named != null) {
      return Optional.of(new Jvm(Path.of(named), SMALL, true));
    }
    Path beside = Path.of(System.getProperty("java.home")).toAbsolutePath().getParent();
    if (beside == null) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(beside)) {
      return homes
          .filter(home -> String.valueOf(home.getFileName()).contains("25"))
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .findFirst()
          .map(home -> new Jvm(home, SMALL, true));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Jvm with(String... more) {
    var all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new Jvm(home, List.copyOf(all), flat);
  }

  /** The command that runs a {@code quarkus-app}, without its system properties. */
  List<String> command(Path app, List<String> properties) throws IOException {
    var command = new ArrayList<String>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(options);
    command.addAll(properties);
    if (flat) {
      command.addAll(List.of("-cp", classPath(app), "io.quarkus.runner.GeneratedMain"));
    } else {
      command.addAll(List.of("-jar", app.resolve("quarkus-run.jar").toString()));
    }
    return command;
  }

  /** Transformed classes before those that they replace. */
  private static String classPath(Path app) throws IOException {
    var jars = new ArrayList<String>();
    for (var part :
        List.of(
            "quarkus/transformed-bytecode.jar",
            "quarkus/generated-bytecode.jar",
            "app",
            "lib/boot",
            "lib/main")) {
      Path path = app.resolve(part);
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.list(path)) {
          inside.map(Path::toString).filter(it -> it.endsWith(".jar")).sorted().forEach(jars::add);
        }
      } else if (Files.exists(path)) {
        jars.add(path.toString());
      }
    }
    return String.join(":", jars);
  }
}
