package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** PostgreSQL, Kafka and the mail server are away for a while, in two ways, under load. */
final class Absences {

  private static final Duration AWAY = Duration.ofSeconds(Long.getLong("duban.away", 20));

  private static final Duration UNTIL_FELT = Duration.ofSeconds(2);

  private final Exposed exposed;
  private final Load load;
  private final Staff staff;
  private final Recovery recovery;
  private final Moments moments;

  Absences(Season season) {
    this.exposed = season.exposed();
    this.load = season.load();
    this.staff = season.staff();
    this.recovery = season.recovery();
    this.moments = season.moments();
  }

  void run() throws Exception {
    for (var mode : List.of(Proxy.Mode.REFUSE, Proxy.Mode.SILENT)) {
      kafkaAndMail(mode);
      postgres(mode);
    }
  }

  /** Together: nobody but notification speaks to the mail server, and that less than to Kafka. */
  private void kafkaAndMail(Proxy.Mode mode) throws Exception {
    var what = "Kafka and the mail server (" + mode + ")";
    exposed.whole().release(true);
    var before = felt(mode, exposed.kafka(), exposed.smtp());
    Thread.sleep(AWAY.minus(UNTIL_FELT).toMillis());
    assertThat(load.acknowledged().size()).as("recorded").isGreaterThan(before.recorded());
    assertThat(staff.edits()).as("edited").isGreaterThan(before.edited());
    assertThat(exposed.mailServer().arrived()).as("mails").isEqualTo(before.arrived());
    var waiting = WaitingMails.of(exposed.whole());
    var returned = passAgain(exposed.kafka(), exposed.smtp());
    var left = CompletableFuture.runAsync(() -> waiting.leave(returned, what));
    recovery.within(returned, what);
    left.join();
    exposed.whole().release(false);
  }

  private void postgres(Proxy.Mode mode) throws Exception {
    var before = felt(mode, exposed.postgres());
    Thread.sleep(AWAY.minus(UNTIL_FELT).toMillis());
    assertThat(load.acknowledged()).as("recorded").hasSize(before.recorded());
    assertThat(staff.edits()).as("edited").isEqualTo(before.edited());
    recovery.within(passAgain(exposed.postgres()), "PostgreSQL (" + mode + ")");
  }

  private record Before(int recorded, int edited, int arrived) {}

  /** Takes them away; answers what was there when nothing that was on its way comes through. */
  private Before felt(Proxy.Mode mode, Proxy... proxies) throws IOException, InterruptedException {
    moments.pause();
    for (var proxy : proxies) {
      proxy.mode(mode);
    }
    Thread.sleep(UNTIL_FELT.toMillis());
    return new Before(load.acknowledged().size(), staff.edits(), exposed.mailServer().arrived());
  }

  private static long passAgain(Proxy... proxies) {
    for (var proxy : proxies) {
      proxy.mode(Proxy.Mode.PASS);
    }
    return System.nanoTime();
  }
}
