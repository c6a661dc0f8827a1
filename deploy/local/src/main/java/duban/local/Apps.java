package duban.local;

import duban.local.preflight.DataFolder;
import duban.local.preflight.Refusal;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the services run from: copies of what was built, because the next build in the same checkout
 * deletes that under services which still load classes from it.
 */
final class Apps {
  private static final String JAR = "quarkus-run.jar";

  private final Path root;
  private final DataFolder folder;

  Apps(Path root, DataFolder folder) {
    this.root = root;
    this.folder = folder;
  }

  /** Refuses unless every service is built. */
  void check() {
    for (Service service : Service.values()) {
      Path jar = built(service).resolve(JAR);
      if (!Files.exists(jar)) {
        throw new Refusal(
            "%s is missing; build it first, with mvn -Pup or mvn package.".formatted(jar));
      }
    }
  }

  /** Replaces the copies of the last start. Nothing may run from them any more. */
  void copy() {
    for (Service service : Service.values()) {
      try {
        place(built(service), folder.emptied(name(service)));
      } catch (IOException e) {
        throw new Refusal(
            "%s could not be copied into %s (%s); start again when nothing builds in this checkout."
                .formatted(built(service), folder.path(), e),
            e);
      }
    }
  }

  Path jar(Service service) {
    return folder.file(name(service)).resolve(JAR);
  }

  private Path built(Service service) {
    return root.resolve(service.key() + "-service/target/quarkus-app");
  }

  private static String name(Service service) {
    return "app/" + service.key();
  }

  /** Gives the folder {@code to} all files of the folder {@code from}. */
  static void place(Path from, Path to) throws IOException {
    List<Path> tree;
    try (Stream<Path> paths = Files.walk(from)) {
      tree = paths.toList();
    }
    for (Path path : tree) {
      Path target = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        linkOrCopy(path, target);
      }
    }
  }

  /** A link is enough: Quarkus deletes its files and writes new ones, never into the old. */
  private static void linkOrCopy(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (FileSystemException | UnsupportedOperationException otherDisk) {
      Files.copy(from, to);
    }
  }
}
