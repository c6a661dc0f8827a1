package duban.catalog.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One thing that a line of the source demands, and the obligations that carry it.
 *
 * @param rule their strength and what their rule says first, such as MUST QUOTA YEAR 2
 */
record DutyRow(int line, String duty, List<String> obligations, String rule) {

  static List<DutyRow> all() {
    try {
      return Files.readAllLines(Path.of("src/test/resources/duties.tsv")).stream()
          .skip(1)
          .map(it -> it.split("\t", -1))
          .map(it -> new DutyRow(Integer.parseInt(it[1]), it[2], ids(it[3]), it[4]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> ids(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(" "));
  }
}
