package duban.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code mvn -Pbench}: measures every figure and prints one table.
 *
 * @param root the checkout, in which the services are built
 * @param folder for logs, profiles and the data of each figure
 * @param profile whether the services record their flight and the database's waits are sampled
 */
record Bench(Path root, Path folder, boolean profile) {

  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger ROOT_LOGGER = Logger.getLogger("");

  private static final List<Figure> ALL =
      List.of(
          new StartFigure(),
          new RecordFigure(),
          new RelayFigure(),
          new EffectFigure(),
          new InboxFigure(),
          new ReadFigure(),
          new RightsFigure(),
          new MessageFigure(),
          new MakeFigure());

  public static void main(String[] args) throws Exception {
    ROOT_LOGGER.setLevel(Level.SEVERE);
    Path root = Path.of(property("duban.root", "../..")).toAbsolutePath().normalize();
    Path folder = root.resolve("deploy/bench/target/bench");
    Files.createDirectories(folder);
    var bench = new Bench(root, folder, !property("duban.bench.profile", "false").equals("false"));
    var table = new Table(OUT::println);
    var failed = new ArrayList<String>();
    for (Figure figure : chosen(property("duban.bench", "all"))) {
      OUT.println("measuring " + figure.name() + " …");
      try {
        figure.measure(bench, table);
      } catch (Exception e) {
        failed.add(figure.name());
        e.printStackTrace(OUT);
      }
    }
    OUT.println();
    OUT.println(table);
    Files.writeString(folder.resolve("table.md"), table.toString());
    if (!failed.isEmpty()) {
      OUT.println("Not measured: " + failed);
    }
    System.exit(failed.isEmpty() ? 0 : 1);
  }

  void say(String line) {
    OUT.println("  " + line);
  }

  private static List<Figure> chosen(String names) {
    if (names.equals("all")) {
      return ALL;
    }
    List<String> wanted = Arrays.asList(names.split(","));
    var known = ALL.stream().map(Figure::name).toList();
    if (!known.containsAll(wanted)) {
      throw new IllegalArgumentException("duban.bench is " + names + "; give some of " + known);
    }
    return ALL.stream().filter(figure -> wanted.contains(figure.name())).toList();
  }

  /** Maven hands over the name of a property that is not set. */
  static String property(String name, String otherwise) {
    String value = System.getProperty(name, "");
    return value.isEmpty() || value.startsWith("${") ? otherwise : value;
  }
}
