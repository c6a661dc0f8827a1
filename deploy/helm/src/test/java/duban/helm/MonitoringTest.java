package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is measured, alerted on and shown exists, and each alert says what to do. */
class MonitoringTest {

  private static final Pattern OURS = Pattern.compile("\\bduban_[a-z_]+");
  private static final Pattern METRIC = Pattern.compile("\\b([a-z_]+)\\{");
  private static final Pattern REGISTERED =
      Pattern.compile("(?:gauge|counter|timer|builder)\\(\\s*\"(duban\\.[a-z.]+)\"");

  /** Of Prometheus itself and of the binders that Quarkus' Micrometer brings by default. */
  private static final Set<String> STANDARD =
      Set.of(
          "up",
          "http_server_requests_seconds_count",
          "http_server_requests_seconds_sum",
          "jvm_memory_used_bytes",
          "process_cpu_usage");

  private static final Set<String> MEASURED = read();
  private static final Rendered PRODUCTION = Chart.render("production-values.yaml");

  @Test
  void prometheusReadsTheManagementPortOfTheThreeServices() {
    var spec = PRODUCTION.one("ServiceMonitor", "duban").path("spec");
    assertThat(spec.at("/endpoints/0/port").asText()).isEqualTo("management");
    assertThat(spec.at("/endpoints/0/path").asText()).isEqualTo("/q/metrics");
    var selected =
        PRODUCTION
            .all("Service")
            .filter(
                service ->
                    spec.at("/selector/matchLabels").properties().stream()
                        .allMatch(
                            it ->
                                it.getValue()
                                    .equals(service.at("/metadata/labels").get(it.getKey()))));
    assertThat(selected).hasSize(3);
  }

  @Test
  void alertsOnWhatMatters() {
    assertThat(rules().map(it -> it.path("alert").asText()))
        .contains(
            "DubanDown",
            "DubanMissing",
            "DubanOutboxWaits",
            "DubanReaderLags",
            "DubanDeadLetters",
            "DubanMessagesHeld",
            "DubanChannelFails",
            "DubanNotSettled",
            "DubanProviderAway",
            "DubanNobodySignsIn");
    assertThat(rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.path("for").asText()).isNotEmpty();
              assertThat(List.of("warning", "critical"))
                  .contains(rule.at("/labels/severity").asText());
              assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
              assertThat(rule.at("/annotations/description").asText()).isNotEmpty();
            });
  }

  @Test
  void onlyOnMetricsThatTheServicesExpose() {
    var known = measured();
    assertThat(rules().map(it -> it.path("expr").asText()))
        .allSatisfy(
            expression ->
                assertThat(METRIC.matcher(expression).results().map(it -> it.group(1)))
                    .isNotEmpty()
                    .allMatch(known::contains));
  }

  /** Those that an office must hear of, and at once what they are measured against. */
  @Test
  void atThresholdsThatAPersonCanActOn() {
    var conditions = new TreeMap<String, String>();
    rules()
        .forEach(
            it ->
                conditions.put(
                    it.path("alert").asText(),
                    it.path("expr").asText().replaceAll("^.*(?= [<>=]+ )", "").strip()
                        + " for "
                        + it.path("for").asText()));
    assertThat(conditions)
        .containsEntry("DubanOutboxWaits", "> 120 for 3m")
        .containsEntry("DubanReaderLags", "> 100 for 5m")
        .containsEntry("DubanDeadLetters", "> 0 for 1m")
        .containsEntry("DubanMessagesHeld", "> 0 for 1h")
        .containsEntry("DubanProviderAway", "> 120 for 3m")
        .containsEntry("DubanNobodySignsIn", "== 0 for 2m")
        .containsEntry("DubanChannelFails", "> 0 for 15m");
  }

  /** No parser of PromQL can be had here; these are the slips that one makes. */
  @Test
  void inExpressionsWhoseBracketsCloseAndWhoseWordsAreMeasured() throws Exception {
    var known = measured();
    var expressions = new ArrayList<String>();
    rules().forEach(it -> expressions.add(it.path("expr").asText()));
    Chart.YAML
        .readTree(PRODUCTION.one("ConfigMap", "duban-dashboard").at("/data/duban.json").asText())
        .findValuesAsText("expr", expressions);
    assertThat(expressions)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            it -> {
              assertThat(leftOpen(it)).as(it).isEmpty();
              assertThat(OURS.matcher(it).results().map(word -> word.group()))
                  .as(it)
                  .allMatch(known::contains);
            });
  }

  private static String leftOpen(String expression) {
    var brackets = expression.replaceAll("\"[^\"]*\"", "").replaceAll("[^(){}\\[\\]]", "");
    for (var before = ""; !before.equals(brackets); ) {
      before = brackets;
      brackets = brackets.replace("()", "").replace("{}", "").replace("[]", "");
    }
    return brackets;
  }

  @Test
  void onlyOfThisReleaseWhateverItIsCalled() {
    var rendered =
        Chart.render("production-values.yaml", "fullnameOverride: other")
            .all("PrometheusRule")
            .toList();
    var text = rendered.get(0).toString();
    assertThat(text).doesNotContain("SCOPE", "RUNBOOK");
    for (var rule : rendered.get(0).at("/spec/groups/0/rules")) {
      assertThat(rule.path("expr").asText())
          .contains("{namespace=\"supervision\",job=~\"other-(catalog|status|notification)\"");
    }
  }

  @Test
  void eachAlertLeadsToASectionOfTheManual() {
    var sections = Manual.anchors();
    assertThat(rules().map(it -> it.at("/annotations/runbook_url").asText()))
        .allSatisfy(
            url -> {
              assertThat(url).startsWith("https://docs.example.org/duban/operations.md#");
              assertThat(sections).contains(url.substring(url.indexOf('#') + 1));
            });
  }

  @Test
  void theDashboardIsJsonAndShowsOnlyWhatIsMeasured() throws Exception {
    var map = PRODUCTION.one("ConfigMap", "duban-dashboard");
    assertThat(map.at("/metadata/labels/grafana_dashboard").asText()).isEqualTo("1");
    var dashboard = Chart.YAML.readTree(map.at("/data/duban.json").asText());
    var known = measured();
    var ids = new TreeSet<Integer>();
    for (var panel : dashboard.path("panels")) {
      assertThat(ids.add(panel.path("id").asInt())).isTrue();
      assertThat(panel.path("title").asText()).isNotEmpty();
      for (var target : panel.path("targets")) {
        assertThat(METRIC.matcher(target.path("expr").asText()).results().map(it -> it.group(1)))
            .isNotEmpty()
            .allMatch(known::contains);
      }
    }
    assertThat(ids).hasSizeGreaterThan(10);
  }

  @Test
  void whoDoesNotAskForItGetsNoneOfIt() {
    var rendered = Chart.render("defaults-values.yaml");
    for (var kind : List.of("ServiceMonitor", "PrometheusRule")) {
      assertThat(rendered.names(kind)).isEmpty();
    }
  }

  /** As Prometheus names what the sources register, and the standard ones. */
  static Set<String> measured() {
    return MEASURED;
  }

  private static Set<String> read() {
    var measured = new TreeSet<>(STANDARD);
    for (var module : Repository.modules()) {
      Repository.found(module, REGISTERED).forEach(it -> measured.add(it.replace('.', '_')));
    }
    return measured;
  }

  private static Stream<JsonNode> rules() {
    var rules = new ArrayList<JsonNode>();
    PRODUCTION
        .one("PrometheusRule", "duban")
        .at("/spec/groups")
        .forEach(group -> group.path("rules").forEach(rules::add));
    return rules.stream();
  }
}
