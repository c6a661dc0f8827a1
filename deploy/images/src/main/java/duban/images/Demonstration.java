package duban.images;

import duban.local.mail.MailCatcher;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/**
 * The process of the image {@code mail}: the launcher's mail catcher, so that the tutorial is the
 * same with and without containers, and the state of the parts for the start page.
 */
public final class Demonstration {
  private static final int SMTP = 1025;
  private static final int PAGE = 8025;
  private static final int STATE = 8026;

  private Demonstration() {}

  /**
   * Runs until SIGTERM.
   *
   * @param args the folder of the mails, then what the start page shows: {@code name=address} each
   */
  public static void main(String[] args) {
    Duration offset = Duration.parse(System.getenv().getOrDefault("DUBAN_CLOCK_OFFSET", "PT0S"));
    Clock businessTime = Clock.offset(Clock.systemUTC(), offset);
    InetAddress everywhere = new InetSocketAddress(0).getAddress();
    Vertx vertx = Vertx.vertx();
    MailCatcher mail =
        MailCatcher.start(vertx, Path.of(args[0]), businessTime, everywhere, SMTP, PAGE);
    State state =
        State.start(
            vertx,
            businessTime,
            Arrays.stream(args).skip(1).map(Part::of).toList(),
            everywhere,
            STATE);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  state.close();
                  mail.close();
                }));
  }
}
