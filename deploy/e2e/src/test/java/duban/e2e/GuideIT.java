package duban.e2e;

import static duban.e2e.Terminal.withoutSpaces;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duban.local.Duban;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the API guide, in its order, on the start that it names. */
class GuideIT {

  private static final String GUIDE = "deploy/docs/api-guide.md";

  /** The department whose report the guide records. */
  private static final String DEADLINE = "c8016298-c172-53b1-9eee-346aed4e1360";

  /**
   * What the guide shows of an answer behind the command, such as {@code # HTTP/1.1 201 Created}.
   */
  private static final Pattern SHOWN = Pattern.compile("# ((?:HTTP|ETag|Location).*)");

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void everyCommandAnswersAsTheGuideSays() throws Exception {
    var settings =
        Whole.settings(folder.resolve("data")).now(LocalDateTime.parse("2027-10-25T09:29"));
    try (var whole = Whole.start(settings)) {
      await()
          .atMost(PATIENCE)
          .until(() -> whole.get("/api/status/progress/" + DEADLINE).status() == 200);
      await()
          .atMost(PATIENCE)
          .until(() -> !whole.all("/api/notification/reminders?unit=QZF-BM-03").isEmpty());
      var terminal = new Terminal(folder);
      var steps = Readme.steps(GUIDE);
      assertThat(steps).hasSizeGreaterThan(6);
      for (var step : steps) {
        // What was just recorded is on its way to the next command, as the guide says.
        await().atMost(PATIENCE).untilAsserted(() -> check(step, terminal, whole.duban()));
      }
    }
  }

  private static void check(Readme.Step step, Terminal terminal, Duban duban) throws Exception {
    // A stream goes on until somebody ends it.
    var command =
        step.command().replaceAll("curl -sN (.*)", "curl -sN --max-time 3 $1 || [ \\$? = 28 ]");
    var printed = terminal.run(command, duban);
    for (var fragment : step.answer()) {
      assertThat(withoutSpaces(printed)).as(command).contains(withoutSpaces(fragment));
    }
    var shown = SHOWN.matcher(command);
    while (shown.find()) {
      assertThat(withoutSpaces(printed)).as(command).containsIgnoringCase(shown(shown.group(1)));
    }
    if (step.answer().isEmpty()) {
      assertThat(printed).as(command).isNotBlank().doesNotContain("urn:duban:problem");
    }
  }

  /** Its scheme and host are those of whoever asked. */
  private static String shown(String line) {
    return withoutSpaces(line.replaceFirst("(?i)^Location: https?://[^/]*", ""));
  }
}
