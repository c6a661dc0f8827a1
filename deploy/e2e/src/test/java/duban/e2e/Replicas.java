package duban.e2e;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A second process of each service joins under load. While it is there, the first sleeps for longer
 * than any lease and awakes: a lease on a message, a membership in a group. Then the second leaves.
 */
final class Replicas {

  private static final List<String> SERVICES = List.of("catalog", "status", "notification");

  /** Longer than the lease of a message and the session of a consumer. */
  private static final Duration SLEEP = Duration.ofSeconds(12);

  private final Exposed exposed;
  private final Load load;
  private final Recovery recovery;

  Replicas(Exposed exposed, Load load, Recovery recovery) {
    this.exposed = exposed;
    this.load = load;
    this.recovery = recovery;
  }

  void run() throws Exception {
    var duban = exposed.whole().duban();
    var joining = new ArrayList<CompletableFuture<String>>();
    for (var service : SERVICES) {
      joining.add(CompletableFuture.supplyAsync(() -> duban.replica(service, 2)));
    }
    var replicas = joining.stream().map(CompletableFuture::join).toList();
    var second = duban.address("status-2");
    load.alsoTo(second);
    exposed.whole().release(true);
    exposed.awaitOneMoreNotice();
    signal("STOP");
    Thread.sleep(SLEEP.toMillis());
    signal("CONT");
    recovery.within(System.nanoTime(), "who slept");
    load.noLongerTo(second);
    replicas.forEach(duban::leave);
    recovery.within(System.nanoTime(), "who was alone");
    exposed.whole().release(false);
  }

  private void signal(String signal) throws IOException, InterruptedException {
    for (var service : SERVICES) {
      var pid = exposed.whole().duban().pid(service);
      new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).inheritIO().start().waitFor();
    }
  }
}
