package duban.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the chart and the manual are compared with: the sources of the services. */
final class Repository {

  static final Path ROOT = Path.of(System.getProperty("basedir", "")).resolve("../..").normalize();
  static final List<String> SERVICES = List.of("catalog", "status", "notification");

  private Repository() {}

  static String text(String path) {
    return text(ROOT.resolve(path));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files below {@code src/main} of a module whose names end so. */
  static List<Path> main(String module, String ending) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
      return files.filter(it -> it.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> modules() {
    return List.of("deploy/chassis", "catalog-service", "status-service", "notification-service");
  }

  /** The first group of every match in the Java sources of a module. */
  static TreeSet<String> found(String module, Pattern pattern) {
    var found = new TreeSet<String>();
    main(module, ".java")
        .forEach(
            file -> pattern.matcher(text(file)).results().forEach(it -> found.add(it.group(1))));
    return found;
  }
}
