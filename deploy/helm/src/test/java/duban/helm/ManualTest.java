package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The manual speaks of tables, addresses, values and objects that there are. */
class ManualTest {

  @Test
  void everyLinkWithinItLeadsToASection() {
    assertThat(Manual.anchors()).containsAll(Manual.all("\\]\\(#([^)]+)\\)"));
    assertThat(new HashSet<>(Manual.anchors())).hasSameSizeAs(Manual.anchors());
  }

  @Test
  void everyFileThatItLinksIsThere() {
    assertThat(Manual.all("\\]\\(([^)#]+)(?:#[^)]*)?\\)"))
        .allSatisfy(it -> assertThat(Repository.ROOT.resolve("deploy/docs").resolve(it)).exists());
  }

  @Test
  void everyTableThatItEmptiesIsATableOfThatDatabase() {
    var statements =
        Pattern.compile(
                "-U duban_(\\w+?)_owner duban_\\1 -c 'BEGIN; TRUNCATE ([a-z_, ]+); DELETE FROM"
                    + " (\\w+); COMMIT'")
            .matcher(Manual.TEXT)
            .results()
            .toList();
    assertThat(statements).hasSize(3);
    for (var statement : statements) {
      var service = statement.group(1);
      var tables = tables(service + "-service");
      assertThat(tables).as(service).containsAll(Arrays.asList(statement.group(2).split(", ")));
      assertThat(tables("deploy/chassis")).contains(statement.group(3));
    }
  }

  private static TreeSet<String> tables(String module) {
    var tables = new TreeSet<String>();
    for (var file : Repository.main(module, ".sql")) {
      Pattern.compile("CREATE TABLE (\\w+)")
          .matcher(Repository.text(file))
          .results()
          .forEach(it -> tables.add(it.group(1)));
    }
    return tables;
  }

  @Test
  void everyAddressIsAnsweredByAService() {
    var path = Pattern.compile("@Path\\(\"/?([a-z-]+)");
    for (var address : Manual.all("/api/((?:\\$s|catalog|status|notification)/[a-z-]+)")) {
      var words = address.split("/");
      var resources = Repository.found("deploy/chassis", path);
      if (!words[0].equals("$s")) {
        resources.addAll(Repository.found(words[0] + "-service", path));
      }
      assertThat(resources).as(address).contains(words[1]);
    }
  }

  @Test
  void everyValueThatItSetsIsAValue() {
    var values = Values.leaves().stream().map(Values.Leaf::path).toList();
    var named = new TreeSet<>(Manual.all("--set ([A-Za-z.]+)="));
    named.addAll(
        Manual.all(
            "`((?:catalog|status|notification|kafka|database|strimzi|cnpg|monitoring|networkPolicy|mail|identity|ingress)\\.[A-Za-z.]+)(?:=[a-z]+)?`"));
    assertThat(named).isNotEmpty();
    // A group of values may be named by its beginning; poolSize is each service's own.
    assertThat(named)
        .allMatch(
            it ->
                values.stream()
                    .anyMatch(
                        value ->
                            value.equals(it)
                                || value.startsWith(it + ".")
                                || value.endsWith("." + it)));
  }

  @Test
  void everyMetricIsMeasured() {
    assertThat(MonitoringTest.measured())
        .containsAll(
            Manual.all("\\b(duban_(?:outbox|inbox|dead|settled|loop|reminders|messages)\\w*)\\b"));
  }

  @Test
  void theValuesOfItsInstallationAreRendered() {
    var written = Manual.all("(?s)```yaml\\n(.+?)```");
    assertThat(written).hasSize(1);
    var rendered = Chart.renderAlone(written.get(0));
    assertThat(rendered.names("Deployment")).hasSize(3);
    assertThat(rendered.names("Ingress")).hasSize(1);
  }

  /** Old pods run beside new ones while an update goes on, and after a roll back. */
  @Test
  void itNamesEveryMigrationThatPodsOfTheReleaseBeforeCannotLiveWith() {
    var breaking =
        Pattern.compile(
            "\\b(RENAME (TO|COLUMN)|DROP (TABLE|COLUMN|VIEW|FUNCTION)|SET NOT NULL|ALTER COLUMN"
                + " \\w+ (SET DATA )?TYPE)\\b");
    for (var module : Repository.modules()) {
      for (var file : Repository.main(module, ".sql")) {
        var row = "| %s | `%s` |".formatted(module.replace("-service", ""), file.getFileName());
        assertThat(Manual.TEXT.contains(row))
            .as(row)
            .isEqualTo(breaking.matcher(Repository.text(file)).find());
      }
    }
  }

  @Test
  void itReckonsTheConnectionsAsTheChartDoes() {
    var needed =
        connections(
            Chart.refusal(
                "strimzi-cnpg-values.yaml",
                "cnpg: {spec: {postgresql: {parameters: {max_connections: '1'}}}}"));
    assertThat(Manual.all("= (\\d+) for the defaults")).containsExactly(needed);
    assertThat(Manual.all("take (\\d+) connections for two pods")).containsExactly(needed);
  }

  private static String connections(String refusal) {
    var number = Pattern.compile("may open (\\d+) connections").matcher(refusal);
    assertThat(number.find()).isTrue();
    return number.group(1);
  }

  @Test
  void everyDeploymentThatItNamesIsRendered() {
    assertThat(Chart.render("defaults-values.yaml").names("Deployment"))
        .containsAll(Manual.all("deployment[ /](duban-[a-z]+)"));
  }
}
