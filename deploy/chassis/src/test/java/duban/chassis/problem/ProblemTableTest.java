package duban.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide for front ends lists what the modules name. */
class ProblemTableTest {

  private static final Path ROOT = Path.of("../..");
  private static final Path GUIDE = ROOT.resolve("deploy/docs/api-guide.md");
  private static final String FROM =
      "<!-- problems: written by ProblemTableTest from the problems.properties of each module -->\n";
  private static final String TO = "<!-- /problems -->";

  private static String rows(String module, String of) throws IOException {
    var file = ROOT.resolve(module).resolve("src/main/resources").resolve(ProblemTypes.FILE);
    var lines = new Properties();
    lines.load(new StringReader(Files.readString(file)));
    return lines.stringPropertyNames().stream()
        .map(name -> ProblemType.parse(name, lines.getProperty(name)))
        .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(it -> "| " + of + " | " + it.getKey() + " | " + names(it.getValue()) + " |\n")
        .collect(Collectors.joining());
  }

  private static String names(List<ProblemType> types) {
    return types.stream()
        .map(it -> "`" + it.name() + "`")
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** After a wanted change: run it once with -Dduban.guide.write. */
  @Test
  void theGuideNamesEveryProblemOfEveryService() throws IOException {
    var table =
        "| service | status | types |\n|---|---|---|\n"
            + rows("deploy/chassis", "each")
            + rows("catalog-service", "catalog")
            + rows("status-service", "status")
            + rows("notification-service", "notification");
    var guide = Files.readString(GUIDE);
    var from = guide.indexOf(FROM) + FROM.length();
    var to = guide.indexOf(TO);
    if (System.getProperty("duban.guide.write") != null) {
      Files.writeString(GUIDE, guide.substring(0, from) + table + guide.substring(to));
      return;
    }
    assertThat(guide.substring(from, to)).isEqualTo(table);
  }
}
