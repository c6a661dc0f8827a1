package duban.local.mail;

import duban.local.page.Blocking;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import org.subethamail.smtp.server.SMTPServer;

/** Takes every mail that is sent to it, shows it on a page, and lets none out. */
public final class MailCatcher implements AutoCloseable {
  private static final int LARGEST_BYTES = 32 * 1024 * 1024;

  private final SMTPServer smtp;
  private final HttpServer page;

  private MailCatcher(SMTPServer smtp, HttpServer page) {
    this.smtp = smtp;
    this.page = page;
  }

  /** Starts it on 127.0.0.1. */
  public static MailCatcher start(
      Vertx vertx, Path folder, Clock businessTime, int smtpPort, int pagePort) {
    InetAddress here = InetAddress.getLoopbackAddress();
    return start(vertx, folder, businessTime, here, smtpPort, pagePort);
  }

  /**
   * Starts it on the given address of this machine.
   *
   * @param folder where mails are kept; those of earlier starts are shown again
   * @param businessTime what “received at” is taken from
   */
  public static MailCatcher start(
      Vertx vertx,
      Path folder,
      Clock businessTime,
      InetAddress address,
      int smtpPort,
      int pagePort) {
    Mailbox mailbox = new Mailbox(folder, businessTime);
    SMTPServer smtp =
        SMTPServer.port(smtpPort)
            .bindAddress(address)
            .hostName("localhost")
            .softwareName("Duban mail catcher")
            .hideTLS()
            .maxMessageSize(LARGEST_BYTES)
            .messageHandlerFactory(context -> new Delivery(mailbox))
            .build();
    smtp.start();
    HttpServer page =
        Blocking.get(
            vertx
                .createHttpServer()
                .requestHandler(new MailPage(mailbox))
                .listen(pagePort, address.getHostAddress()));
    return new MailCatcher(smtp, page);
  }

  @Override
  public void close() {
    smtp.stop();
    Blocking.get(page.close());
  }
}
