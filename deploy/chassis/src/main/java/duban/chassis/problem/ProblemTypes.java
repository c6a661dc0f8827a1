package duban.chassis.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every type of problem that this application may answer: each module on the class path names its
 * own in {@code META-INF/problems.properties}. From these the OpenAPI document gets its examples,
 * so what is not named here is not answered either.
 */
public final class ProblemTypes {

  /** Where a module names its types. */
  public static final String FILE = "META-INF/problems.properties";

  private static final ProblemTypes KNOWN =
      new ProblemTypes(read(ProblemTypes.class.getClassLoader()));

  private final SortedMap<String, ProblemType> byName;

  private ProblemTypes(SortedMap<String, ProblemType> byName) {
    this.byName = Collections.unmodifiableSortedMap(byName);
  }

  /** Those on the class path of this class. */
  public static ProblemTypes known() {
    return KNOWN;
  }

  /** Those on another class path, as in a build. */
  public static ProblemTypes of(ClassLoader modules) {
    return new ProblemTypes(read(modules));
  }

  /** By name. */
  public Collection<ProblemType> all() {
    return byName.values();
  }

  /** Throws IllegalStateException that says where to name it. */
  public ProblemType get(String name) {
    var type = byName.get(name);
    if (type == null) {
      throw new IllegalStateException(
          "No module names the problem type '"
              + name
              + "'; add a line '"
              + name
              + " = status | title | example' to src/main/resources/"
              + FILE
              + " of the module that answers it");
    }
    return type;
  }

  private static SortedMap<String, ProblemType> read(ClassLoader modules) {
    SortedMap<String, ProblemType> all = new TreeMap<>();
    try {
      for (var file : Collections.list(modules.getResources(FILE))) {
        read(file).forEach((name, line) -> add(all, ProblemType.parse(name, line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static Map<String, String> read(URL file) throws IOException {
    var lines = new Properties();
    try (var text = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
      lines.load(text);
    }
    Map<String, String> named = new TreeMap<>();
    lines.stringPropertyNames().forEach(name -> named.put(name, lines.getProperty(name)));
    return named;
  }

  private static void add(Map<String, ProblemType> all, ProblemType type) {
    var before = all.putIfAbsent(type.name(), type);
    // The same module may stand on a class path twice, as folder and as jar.
    if (before != null && !before.equals(type)) {
      throw new IllegalStateException(
          "Two modules name the problem type '" + type.name() + "': " + before + ", " + type);
    }
  }
}
