package duban.local;

import duban.local.preflight.Port;
import duban.local.preflight.Refusal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code mvn -Pup}: starts everything and stays in the foreground until Ctrl-C. */
public final class Up {
  /**
   * Around Maven's own stream, which takes no two writers at once: it ends with Maven at Ctrl-C.
   */
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  /** Held, because a logger that nobody holds forgets its level; and so the next. */
  private static final Logger ROOT = Logger.getLogger("");

  /** Its complaint that a PostgreSQL which was killed does not stop again helps nobody. */
  private static final Logger DATABASE = Logger.getLogger("io.zonky");

  /** The library of the OpenID provider logs each refusal as an error of its own. */
  private static final Logger PROVIDER = Logger.getLogger("no.nav.security.mock");

  private Up() {}

  public static void main(String[] args) throws InterruptedException {
    // The libraries' own words are for their authors; what matters here is said below.
    ROOT.setLevel(Level.WARNING);
    DATABASE.setLevel(Level.OFF);
    PROVIDER.setLevel(Level.OFF);
    try {
      OUT.println();
      OUT.println("Starting Duban. Ctrl-C stops all of it.");
      Duban duban = Duban.start(Settings.of(System.getProperties()).say(Up::say));
      welcome(duban);
    } catch (Refusal refusal) {
      OUT.println();
      OUT.println(refusal.getMessage());
      // Maven would print pages of its own after an exception.
      System.exit(1);
    } catch (CancellationException stopped) {
      // Ctrl-C in the middle of the start: the shutdown hook says and does the rest.
    }
    new CountDownLatch(1).await();
  }

  private static void say(String line) {
    OUT.println("  " + line);
  }

  private static void welcome(Duban duban) {
    OUT.println(
        """

        Duban is up. In Beijing it is %s.

          start page    %s
          mail catcher  %s
          sign-in       %s
          PostgreSQL    127.0.0.1:%d
          Kafka         %s

        Three things to try:

          curl '%sapi/catalog/measures?conference=2015&topic=T2'
          curl '%sapi/status/progress?unit=XRD-01&period=%d'
          open %smail/ in a browser: the notices that were sent
        """
            .formatted(
                duban.beijingTime(),
                duban.origin(),
                duban.mail(),
                duban.issuer(),
                duban.port(Port.POSTGRES),
                duban.bootstrapServers(),
                duban.origin(),
                duban.origin(),
                duban.beijingTime().getYear(),
                duban.origin()));
  }
}
