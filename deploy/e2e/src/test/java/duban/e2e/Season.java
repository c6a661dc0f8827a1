package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A Duban with its faults, its load, and who listens to its topics from the beginning. */
final class Season implements AutoCloseable {

  private static final int CALLERS = 3;

  private final Exposed exposed;
  private final Moments moments;
  private final Load load;
  private final Staff staff;
  private final Topic stream;
  private final Topic reminders;
  private final Topic progress;
  private final Record deadline;

  /** Starts everything, and returns when the windows of the year are open and the load is on. */
  static Season begin(Path folder, long seed) throws IOException, InterruptedException {
    var exposed = new Exposed(folder);
    try {
      return new Season(exposed, seed);
    } catch (RuntimeException | IOException | InterruptedException e) {
      exposed.close();
      throw e;
    }
  }

  private Season(Exposed exposed, long seed) throws IOException, InterruptedException {
    this.exposed = exposed;
    moments = new Moments(seed);
    stream = exposed.topic("duban.implementation");
    reminders = exposed.topic("duban.reminders");
    progress = exposed.topic("duban.progress");
    var opened = "/api/status/progress?period=2027&state=ASSIGNED";
    await()
        .atMost(Duration.ofMinutes(3))
        .ignoreExceptions()
        .until(() -> deadlines(opened).size() == 48);
    try (var topic = exposed.topic("duban.deadlines")) {
      var deadlines = topic.records();
      deadline = deadlines.get(deadlines.size() - 1);
    }
    load =
        new Load(
            exposed.whole(),
            deadlines(opened),
            deadlines("/api/status/progress?period=2027&kind=QUOTA"));
    load.begin(CALLERS, seed);
    staff = new Staff(exposed.whole()).begin(seed);
  }

  private List<String> deadlines(String list) {
    return exposed.whole().all(list).stream().map(it -> it.path("deadlineId").asText()).toList();
  }

  Exposed exposed() {
    return exposed;
  }

  Moments moments() {
    return moments;
  }

  Load load() {
    return load;
  }

  Staff staff() {
    return staff;
  }

  /** A snapshot of one. */
  Record deadline() {
    return deadline;
  }

  Topic stream() {
    return stream;
  }

  Recovery recovery() {
    return new Recovery(exposed, load, staff, stream, progress);
  }

  /** Lets what is left leave, ends the load, and judges by what was acknowledged. */
  void judge() throws IOException, InterruptedException {
    exposed.whole().release(true);
    exposed.smtp().delay(Duration.ZERO);
    load.end();
    staff.end();
    System.out.printf(
        "%d events and %d edits were acknowledged%n", load.acknowledged().size(), staff.edits());
    assertThat(load.acknowledged()).hasSizeGreaterThan(50);
    new RecordOracle(exposed.whole(), load).check(stream);
    var edits = new EditOracle(exposed);
    edits.check(staff);
    edits.eachEditWasToldOnce(staff);
    new CopiesOracle(exposed.whole()).check();
    new OrderOracle(exposed).check();
    new MailOracle(exposed.whole()).check(reminders);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    reminders.close();
    progress.close();
    exposed.close();
  }
}
