package duban.e2e;

import static duban.e2e.Terminal.withoutSpaces;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import duban.local.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's tutorial, read out of README and done: what it says is what happens. */
class TutorialIT {

  private static final Duration UNTIL_THE_NOTICES_LEAVE = Duration.ofMinutes(3);

  /** README leaves a minute to a slow machine; the notices leave at its end, or when all is up. */
  private static final Duration NOT_WAITED_FOR = Duration.ofSeconds(40);

  private static final String REPORTED = "qzf-bm-03@chaoyang.example";
  private static final String OFFICE = "rdcwh-bg@chaoyang.example";
  private static final String GOVERNMENT = "qzfb@chaoyang.example";

  @TempDir Path folder;
  private Terminal terminal;
  private Whole whole;
  private List<JsonNode> first = List.of();
  private List<JsonNode> second = List.of();

  @AfterEach
  void stop() {
    if (whole != null) {
      whole.close();
    }
  }

  @Test
  void everyCommandAnswersAsReadmeSays() throws Exception {
    var steps = new ArrayList<>(Readme.tutorial("README.md", "Tutorial"));
    assertThat(steps.get(0).starts()).isTrue();
    assertThat(steps.get(0).command()).contains("-Dduban.fresh", "-Dduban.now=2027-10-25T09:29");

    terminal = new Terminal(folder);
    var restarts = 0;
    for (var step : steps) {
      if (!step.starts()) {
        run(step);
      } else if (whole == null) {
        start(step.command());
        theFirstNoticesLeave();
      } else {
        restarts++;
        whole.close();
        start(step.command());
        theOverdueNoticesLeave();
      }
    }
    assertThat(restarts).isEqualTo(1);
    nothingElseWasSent();
    everyTownshipOwesTwoSessionsAndEveryDepartmentOneReport();
    Shipped.isAsMuchAsReadmeCounts(whole);
    everyServiceShowsItsApiInABrowser();
    whoeverSignsInIsBelievedThoughTheClockSaysAnotherYear();
  }

  @Test
  void theChineseTutorialTakesTheSameSteps() throws IOException {
    assertThat(Readme.tutorial("README.zh-CN.md", "上手"))
        .isEqualTo(Readme.tutorial("README.md", "Tutorial"));
    assertThat(Readme.tutorial("README.zh-CN.md", "登录"))
        .isEqualTo(Readme.tutorial("README.md", "Signing in"));
  }

  /** As {@code mvn -Pup} with these properties would, on free ports and data of its own. */
  private void start(String command) {
    var settings = Whole.settings(folder.resolve("data"));
    for (var word : command.split("\\s+")) {
      apply(settings, word);
    }
    whole = Whole.start(settings);
  }

  private static void apply(Settings settings, String word) {
    if (word.equals("-Dduban.fresh")) {
      settings.fresh();
    } else if (word.startsWith("-Dduban.now=")) {
      var moment = LocalDateTime.parse(word.substring(word.indexOf('=') + 1));
      settings.now(moment.plus(NOT_WAITED_FOR));
    } else if (!List.of("mvn", "-Pup").contains(word)) {
      throw new IllegalArgumentException("README starts with an option unknown here: " + word);
    }
  }

  private String run(Readme.Step step) throws IOException, InterruptedException {
    assertThat(step.answer()).as("what README shows of %s", step.command()).isNotEmpty();
    var printed = terminal.run(step.command(), whole.duban());
    for (var fragment : step.answer()) {
      assertThat(withoutSpaces(printed)).as(step.command()).contains(withoutSpaces(fragment));
    }
    return printed;
  }

  /**
   * The departments owe their reports, the townships their second session, the office hears for the
   * party group that it serves, and the government's office of next year's plan. No superior, no
   * organ of the party and no deputy is written to.
   */
  private void theFirstNoticesLeave() {
    var expected = new ArrayList<String>();
    expected.addAll(Recipients.numbered("qzf-bm-", 1, 27));
    expected.addAll(Recipients.numbered("xrd-zxt-", 1, 19));
    expected.add(OFFICE);
    expected.add(GOVERNMENT);
    await()
        .atMost(UNTIL_THE_NOTICES_LEAVE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> whole.mails().size() >= expected.size());
    first = whole.mails();
    assertThat(Recipients.of(first)).containsExactlyInAnyOrderElementsOf(expected);
    var before = new TreeSet<String>();
    whole.all("/api/catalog/deadlines").stream()
        .filter(it -> it.path("dueOn").asText().compareTo("2027-10-25") < 0)
        .filter(it -> !it.has("tally")) // nobody is reminded of what is only counted
        .forEach(it -> before.add(it.path("id").asText()));
    assertThat(before).isNotEmpty();
    assertThat(whole.all("/api/notification/reminders?reason=ENTERED_LATE&state=HELD"))
        .extracting(it -> it.path("deadlineId").asText())
        .containsOnly(before.toArray(String[]::new));
  }

  private void theOverdueNoticesLeave() {
    var expected = new ArrayList<>(Recipients.numbered("qzf-bm-", 1, 27));
    expected.remove(REPORTED);
    await()
        .atMost(UNTIL_THE_NOTICES_LEAVE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> whole.mails().size() >= first.size() + expected.size());
    second = whole.mails().subList(first.size(), whole.mails().size());
    assertThat(Recipients.of(second)).containsExactlyInAnyOrderElementsOf(expected);
    var stop = Pattern.compile("10月25日\\d+时\\d+分至11月1日9时\\d+分系统停用,其间未发送工作提示。");
    var late = "“报送法律法规贯彻实施情况”应于10月29日前报送,已逾期1个工作日。";
    assertThat(second)
        .allSatisfy(
            mail ->
                assertThat(mail.path("text").asText().replaceAll("\\s", ""))
                    .containsPattern(stop)
                    .containsOnlyOnce(late)
                    .containsOnlyOnce("逾期1个工作日"));
  }

  private void nothingElseWasSent() {
    var all = first.size() + second.size();
    assertThat(whole.all("/api/notification/messages"))
        .hasSize(all)
        .allSatisfy(it -> assertThat(it.path("state").asText()).isEqualTo("SENT"));
    assertThat(whole.mails()).hasSize(all);
    assertThat(Recipients.of(whole.mails())).filteredOn(REPORTED::equals).hasSize(1);
  }

  private void everyTownshipOwesTwoSessionsAndEveryDepartmentOneReport() {
    var sessions = whole.all("/api/catalog/deadlines?period=2027&obligation=o-120a");
    assertThat(sessions).hasSize(19);
    assertThat(sessions)
        .allSatisfy(
            it -> {
              assertThat(it.path("required").asInt()).isEqualTo(2);
              assertThat(it.path("dueOn").asText()).isEqualTo("2027-12-31");
            });
    var reports = whole.all("/api/catalog/deadlines?period=2027&obligation=o-039");
    assertThat(reports).hasSize(27);
    assertThat(reports)
        .allSatisfy(
            it -> {
              assertThat(it.path("required").asInt()).isEqualTo(1);
              assertThat(it.path("opensOn").asText()).isEqualTo("2027-10-01");
              assertThat(it.path("dueOn").asText()).isEqualTo("2027-10-29");
            });
  }

  private void everyServiceShowsItsApiInABrowser() throws IOException, InterruptedException {
    for (var service : List.of("catalog", "status", "notification")) {
      new ApiPage(whole.duban().origin(), service).check();
    }
  }

  private void whoeverSignsInIsBelievedThoughTheClockSaysAnotherYear() throws Exception {
    var steps = Readme.tutorial("README.md", "Signing in");
    assertThat(steps).hasSize(2);
    assertThat(run(steps.get(0))).contains("QZF-BM-03").doesNotContain("QZF-BM-04");
    run(steps.get(1));
  }
}
