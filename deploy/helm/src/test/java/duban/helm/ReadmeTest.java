package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of values in the chart's README is the one in values.yaml. */
class ReadmeTest {

  private static final Pattern TICKED = Pattern.compile("`([^`]+)`");

  @Test
  void namesEveryValueWithItsDefault() {
    var given = new TreeMap<String, String>();
    Values.leaves().forEach(it -> given.put(it.path(), it.given()));
    assertThat(table()).isEqualTo(given);
  }

  @Test
  void theChartIsOfThisVersion() {
    var version = Pattern.compile("<version>([^<]+)</version>").matcher(Repository.text("pom.xml"));
    assertThat(version.find()).isTrue();
    assertThat(Chart.parse(Chart.FOLDER.resolve("Chart.yaml")).path("appVersion").asText())
        .isEqualTo(version.group(1));
  }

  private static TreeMap<String, String> table() {
    var values = new TreeMap<String, String>();
    for (var line : Repository.text("deploy/helm/duban/README.md").lines().toList()) {
      var cells = line.split("\\|");
      if (cells.length > 2 && cells[1].contains("`")) {
        var paths = paths(ticked(cells[1]));
        var defaults = ticked(cells[2]);
        assertThat(defaults).as(line).hasSameSizeAs(paths);
        for (int i = 0; i < paths.size(); i++) {
          put(values, paths.get(i), defaults.get(i));
        }
      }
    }
    return values;
  }

  /** {@code .port} after {@code database.host} is {@code database.port}. */
  private static List<String> paths(List<String> written) {
    var first = written.get(0);
    var folder = first.substring(0, Math.max(first.lastIndexOf('.'), 0));
    return written.stream().map(it -> it.startsWith(".") ? folder + it : it).toList();
  }

  private static void put(TreeMap<String, String> values, String path, String given) {
    if (!path.startsWith("<service>.")) {
      assertThat(values.put(path, given)).as(path + " stands twice").isNull();
      return;
    }
    var own = path.substring("<service>.".length());
    for (var service : Repository.SERVICES) {
      var left =
          (own.startsWith("autoscaling") && service.equals("notification"))
              || (own.startsWith("keda") && service.equals("catalog"));
      if (!left) {
        values.put(service + "." + own, given.replace("<service>", service));
      }
    }
  }

  private static List<String> ticked(String cell) {
    return TICKED.matcher(cell).results().map(it -> it.group(1)).toList();
  }
}
