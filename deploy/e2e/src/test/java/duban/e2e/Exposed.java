package duban.e2e;

import static org.awaitility.Awaitility.await;

import duban.local.preflight.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * A whole whose services reach PostgreSQL, Kafka and the mail server only through proxies, and
 * whose mail server is a process that can die. Leases are as short as they may be.
 */
final class Exposed implements AutoCloseable {

  static final LocalDateTime AFTER_THE_NOTICES_ARE_DUE = LocalDateTime.parse("2027-10-25T09:40");

  /** A notice takes seven answers: a good second in which a fault can fall. */
  private static final Duration BEFORE_EACH_ANSWER = Duration.ofMillis(150);

  /** The longest exchange, and the lease: a slow machine alone must not bring a mail into doubt. */
  private static final String LEASE = "PT10S";

  /** Enough for an hour of what it writes in ten minutes. */
  private static final int DISK_MEGABYTES = 768;

  private final Path data;
  private final SmallDisk disk;
  private final MailServer mailServer;
  private final Proxy postgres = new Proxy();
  private final Proxy kafka = new Proxy();
  private final Proxy smtp = new Proxy().delay(BEFORE_EACH_ANSWER);
  private final Whole whole;

  /** Returns when it is ready; no notice has left, and none does until it is released. */
  Exposed(Path folder) throws IOException, InterruptedException {
    data = Files.createDirectories(folder.resolve("data"));
    // The mark of a data folder: a disk is mounted in it before the launcher sees it.
    Files.writeString(data.resolve("duban-data"), "");
    disk = SmallDisk.on(data.resolve("postgres"), DISK_MEGABYTES);
    mailServer = new MailServer(folder.resolve("mails"));
    await().atMost(Duration.ofMinutes(1)).until(mailServer::ready);
    var settings =
        Whole.settings(data)
            .now(AFTER_THE_NOTICES_ARE_DUE)
            .catalogue(ThreeDuties.in(folder))
            .seenAt(Port.POSTGRES, postgres.port())
            .seenAt(Port.KAFKA, kafka.port())
            .seenAt(Port.SMTP, smtp.port())
            .serviceProperty("duban.smtp.timeout", LEASE)
            .serviceProperty("kafka.session.timeout.ms", "6000")
            .serviceProperty("kafka.heartbeat.interval.ms", "2000");
    postgres.to(settings.port(Port.POSTGRES));
    kafka.to(settings.port(Port.KAFKA));
    try {
      whole = Whole.start(settings, mailServer.page());
    } catch (RuntimeException e) {
      closeServers();
      throw e;
    }
    whole.release(false);
    smtp.to(mailServer.smtp());
  }

  Whole whole() {
    return whole;
  }

  /** The data folder. */
  Path data() {
    return data;
  }

  /** PostgreSQL's. */
  SmallDisk disk() {
    return disk;
  }

  MailServer mailServer() {
    return mailServer;
  }

  Proxy postgres() {
    return postgres;
  }

  Proxy kafka() {
    return kafka;
  }

  Proxy smtp() {
    return smtp;
  }

  /** The next is on its way then. */
  void awaitOneMoreNotice() throws IOException {
    awaitOneMoreNotice(Duration.ofMinutes(3));
  }

  void awaitOneMoreNotice(Duration patience) throws IOException {
    var before = mailServer.arrived();
    await("one more notice").atMost(patience).until(() -> mailServer.arrived() > before);
  }

  Topic topic(String name) {
    return new Topic(whole.duban().bootstrapServers(), name);
  }

  @Override
  public void close() throws IOException {
    try {
      whole.close();
    } finally {
      closeServers();
    }
  }

  private void closeServers() throws IOException {
    smtp.close();
    kafka.close();
    postgres.close();
    mailServer.close();
    disk.close();
  }
}
