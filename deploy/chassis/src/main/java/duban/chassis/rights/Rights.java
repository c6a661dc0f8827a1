package duban.chassis.rights;

import duban.chassis.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who may do what: an operation, a role, and how the unit concerned stands to the caller. Each
 * module names its operations in {@code META-INF/rights.tsv}; the documentation and the tests are
 * made from the same files. What no file names nobody may do.
 */
public final class Rights {

  /** Tab-separated, its first line names the columns; what a cell holds, {@link Cell} says. */
  public static final String FILE = "META-INF/rights.tsv";

  private static final String OPERATION = "operation";
  private static final String ANYBODY = "anonymous";
  private static final String EVERY_OTHER = "*";

  private final SortedMap<String, Row> rows;

  /** By operation also those of its parts: each request asks for them. */
  private final Map<String, List<Row>> under = new HashMap<>();

  private Rights(SortedMap<String, Row> rows) {
    this.rows = Collections.unmodifiableSortedMap(rows);
    rows.forEach(
        (name, row) -> {
          for (int end = name.length(); end > 0; end = name.lastIndexOf(' ', end - 1)) {
            under.computeIfAbsent(name.substring(0, end), it -> new ArrayList<>()).add(row);
          }
        });
  }

  /** Those of all modules on the class path. */
  public static Rights shipped() {
    var all = new TreeMap<String, Row>();
    try {
      var loader = Thread.currentThread().getContextClassLoader();
      for (URL file : Collections.list(loader.getResources(FILE))) {
        try (var in = file.openStream()) {
          parse(in).rows().forEach(row -> add(all, row));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Rights(all);
  }

  /** Throws as {@link #parse} does, or UncheckedIOException if there is no such file. */
  public static Rights read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The table of rights " + file + " cannot be read", e);
    }
  }

  /** Throws IllegalArgumentException that names the line which cannot be understood. */
  public static Rights parse(InputStream file) throws IOException {
    var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !lines.get(0).startsWith(OPERATION)) {
      throw new IllegalArgumentException(
          "The first line of a table of rights names its columns, of which the first is "
              + OPERATION);
    }
    var columns = cells(lines.get(0));
    var rows = new TreeMap<String, Row>();
    lines.stream().skip(1).filter(it -> !it.isBlank()).forEach(it -> add(rows, row(columns, it)));
    return new Rights(rows);
  }

  /**
   * These, but for the rows that an office has changed; {@code *} is each that it does not name.
   * Throws IllegalArgumentException that names the row if there is no such operation, or if it
   * shows without a token what is never shown so: where the shipped cell is {@code -}. Of {@code *}
   * only what is published is judged here; whether it may open everything, the start decides.
   */
  public Rights changedBy(Rights office) {
    var every = office.rows.get(EVERY_OTHER);
    var changed = new TreeMap<String, Row>();
    rows.forEach(
        (operation, row) ->
            changed.put(
                operation,
                every == null ? row : new Row(operation, every.roles(), every.anybody())));
    office.rows.forEach(
        (operation, row) -> {
          if (!operation.equals(EVERY_OTHER) && changed.put(operation, row) == null) {
            throw new IllegalArgumentException("There is no operation " + operation);
          }
        });
    rows.forEach(
        (operation, row) -> {
          var named = office.rows.containsKey(operation);
          var opened = changed.getOrDefault(operation, row).anybody();
          if (!row.anybody().something() && (named ? opened.something() : opened.published())) {
            throw new IllegalArgumentException(
                "What %s is about is never shown or done without a token; its cell anonymous must be - and not %s"
                    .formatted(operation, opened.letters()));
          }
        });
    return new Rights(changed);
  }

  /** The same with this row in place of the one that it has of that operation. */
  public Rights with(Row row) {
    of(row.operation());
    var changed = new TreeMap<>(rows);
    changed.put(row.operation(), row);
    return new Rights(changed);
  }

  /** Ordered by operation. */
  public Collection<Row> rows() {
    return rows.values();
  }

  /** Throws IllegalArgumentException if the table does not name it. */
  public Row of(String operation) {
    var row = rows.get(operation);
    if (row == null) {
      throw new IllegalArgumentException(FILE + " has no row " + operation);
    }
    return row;
  }

  /** Those of an operation and of its parts: {@code POST events COUNTED} is one of the first. */
  public List<Row> under(String operation) {
    return Collections.unmodifiableList(under.getOrDefault(operation, List.of()));
  }

  private static Row row(List<String> columns, String line) {
    var cells = cells(line);
    if (cells.size() != columns.size()) {
      throw wrong(line, "it has not " + columns.size() + " cells");
    }
    var roles = new EnumMap<Role, Cell>(Role.class);
    var anybody = Cell.NONE;
    for (int i = 1; i < columns.size(); i++) {
      Cell may;
      try {
        may = Cell.parse(cells.get(i));
      } catch (IllegalArgumentException e) {
        throw wrong(line, String.valueOf(e.getMessage()));
      }
      if (columns.get(i).equals(ANYBODY)) {
        anybody = may;
      } else {
        roles.put(role(columns.get(i)), may);
      }
    }
    return new Row(cells.get(0), roles, anybody);
  }

  private static Role role(String text) {
    return Arrays.stream(Role.values())
        .filter(it -> it.text().equals(text))
        .findFirst()
        .orElseThrow(() -> wrong(text, "no role is called so"));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
  }

  private static void add(Map<String, Row> rows, Row row) {
    var before = rows.putIfAbsent(row.operation(), row);
    // The same module may stand on a class path twice, as folder and as jar.
    if (before != null && !before.equals(row)) {
      throw wrong(row.operation(), "the table says two things of it");
    }
  }

  private static IllegalArgumentException wrong(String line, String why) {
    return new IllegalArgumentException(
        "The table of rights cannot be read at “%s”: %s".formatted(line, why));
  }
}
