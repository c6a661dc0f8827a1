package duban.chassis.rights;

import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about rights shows the tables by which the services decide. */
class RightsPageTest {

  private static final Path ROOT = Path.of("../..");
  private static final Path PAGE = ROOT.resolve("deploy/docs/rights.md");
  private static final Map<String, String> MODULES =
      new TreeMap<>(
          Map.of(
              "each", "deploy/chassis",
              "catalog", "catalog-service",
              "status", "status-service",
              "notification", "notification-service"));

  private static String table(String module) {
    var rights =
        Rights.read(ROOT.resolve(module).resolve("src/main/resources").resolve(Rights.FILE));
    var head =
        Stream.concat(Arrays.stream(Role.values()).map(Role::text), Stream.of("anonymous"))
            .collect(Collectors.joining(" | ", "| | ", " |\n"));
    return head
        + "|---".repeat(Role.values().length + 2)
        + "|\n"
        + rights.rows().stream().map(RightsPageTest::line).collect(Collectors.joining());
  }

  private static String line(Row row) {
    return Stream.concat(Arrays.stream(Role.values()).map(row::of), Stream.of(row.anybody()))
        .map(Cell::letters)
        .collect(Collectors.joining(" | ", "| `" + row.operation() + "` | ", " |\n"));
  }

  /** After a wanted change: run it once with -Dduban.rights.write. */
  @Test
  void thePageShowsTheTablesThatDecide() throws IOException {
    for (var module : MODULES.entrySet()) {
      var from = "<!-- " + module.getKey() + ": written by RightsPageTest -->\n";
      var to = "<!-- /" + module.getKey() + " -->";
      var page = Files.readString(PAGE);
      assertThat(page).contains(from, to);
      var begin = page.indexOf(from) + from.length();
      var end = page.indexOf(to);
      var table = table(module.getValue());
      if (System.getProperty("duban.rights.write") != null) {
        Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
      } else {
        assertThat(page.substring(begin, end)).isEqualTo(table);
      }
    }
  }
}
