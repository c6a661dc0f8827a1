package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;

/** PostgreSQL's disk is full for a while. */
final class FullDisk {

  private static final int SOME = 20;

  private final Exposed exposed;
  private final Load load;
  private final Staff staff;
  private final Recovery recovery;
  private final Moments moments;

  FullDisk(Season season) {
    this.exposed = season.exposed();
    this.load = season.load();
    this.staff = season.staff();
    this.recovery = season.recovery();
    this.moments = season.moments();
  }

  void run() throws Exception {
    load.failures().clear();
    staff.failures().clear();
    moments.pause();
    exposed.disk().fill();
    try {
      // Pages that have room take some more.
      await().atMost(Duration.ofMinutes(2)).until(() -> load.failures().size() > SOME);
      await().atMost(Duration.ofMinutes(1)).until(() -> !staff.failures().isEmpty());
    } finally {
      exposed.disk().free();
    }
    recovery.within(System.nanoTime(), "space");
    var answers = new ArrayList<>(load.failures());
    answers.addAll(staff.failures());
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).as(answer.text()).isEqualTo(503);
              assertThat(answer.body().path("type").asText()).startsWith("urn:duban:problem:");
            });
  }
}
