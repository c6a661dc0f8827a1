package duban.status.stream;

import static org.awaitility.Awaitility.await;

import duban.status.StatusTest;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the stream share. */
abstract class ListeningTest extends StatusTest {

  @Inject Live live;
  @Inject Backlog backlog;
  @Inject Listeners listeners;

  @TestHTTPResource URL address;

  final List<Ear> ears = new ArrayList<>();

  @BeforeEach
  void ready() throws Exception {
    caughtUp();
    relayed();
    live.round(); // behind what other tests have left
    until(() -> listeners.now().isPresent());
  }

  @AfterEach
  void nobodyListensAnyMore() throws Exception {
    for (Ear ear : ears) {
      ear.close();
    }
    soon(() -> listeners.count() == 0);
  }

  int mark() {
    return listeners.partitions().orElseThrow().mark();
  }

  Ear listen(String query, @Nullable String lastEventId) throws Exception {
    int before = listeners.count();
    Ear ear = new Ear(address.getPort(), query, lastEventId, true);
    ears.add(ear);
    soon(() -> listeners.count() > before);
    return ear;
  }

  /** For what comes of a connection alone: a round in which nothing happens waits for some time. */
  static void soon(Callable<Boolean> done) {
    await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(2)).until(done);
  }

  /** Drives what goes round by itself in a running service. */
  void until(Callable<Boolean> done) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              if (done.call()) {
                return true;
              }
              relayed();
              if (!backlog.round()) {
                live.round();
              }
              return false;
            });
  }
}
