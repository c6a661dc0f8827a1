package duban.e2e;

import duban.local.mail.MailCatcher;
import duban.local.preflight.Port;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The mail catcher in a process of its own, which can be killed as a mail server dies. */
final class MailServer implements AutoCloseable {

  private final Path folder;
  private final int smtp;
  private final int page;
  private Process process;

  MailServer(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    var ports = Port.chosen(Map.of(Port.SMTP, 0, Port.MAIL, 0));
    this.smtp = ports.get(Port.SMTP);
    this.page = ports.get(Port.MAIL);
    start();
  }

  int smtp() {
    return smtp;
  }

  /** Its page and its API. */
  URI page() {
    return URI.create("http://127.0.0.1:" + page + "/");
  }

  /** How many mails it has kept, also while it is dead. */
  int arrived() throws IOException {
    try (var files = Files.list(folder)) {
      return (int) files.filter(it -> it.toString().endsWith(".eml")).count();
    }
  }

  void start() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MailServer.class.getName(),
                folder.toString(),
                Integer.toString(smtp),
                Integer.toString(page))
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolveSibling("mail.log").toFile()))
            .start();
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  boolean ready() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), page)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** The child; ends when its parent does. */
  public static void main(String[] args) {
    duban.chassis.backbone.ParentWatch.start();
    MailCatcher.start(
        Vertx.vertx(),
        Path.of(args[0]),
        Clock.systemUTC(),
        Integer.parseInt(args[1]),
        Integer.parseInt(args[2]));
  }
}
