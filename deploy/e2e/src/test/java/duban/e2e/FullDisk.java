package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** PostgreSQL's disk is full for a while. */
final class FullDisk {

  private static final int SOME = 20;

  private final Exposed exposed;
  private final Load load;
  private final Recovery recovery;

  FullDisk(Exposed exposed, Load load, Recovery recovery) {
    this.exposed = exposed;
    this.load = load;
    this.recovery = recovery;
  }

  void run() throws Exception {
    load.failures().clear();
    exposed.disk().fill();
    try {
      // Pages that have room take some more.
      await().atMost(Duration.ofMinutes(2)).until(() -> load.failures().size() > SOME);
    } finally {
      exposed.disk().free();
    }
    recovery.within(System.nanoTime(), "space");
    assertThat(load.failures())
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).as(answer.text()).isBetween(500, 503);
              assertThat(answer.body().path("type").asText()).startsWith("urn:duban:problem:");
            });
  }
}
