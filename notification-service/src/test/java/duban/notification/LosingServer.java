package duban.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes a whole mail, then hangs up without an answer: both sides are in doubt. */
public final class LosingServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Thread thread;
  private final AtomicInteger taken = new AtomicInteger();

  public LosingServer(int port) throws IOException {
    socket = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
    thread = new Thread(this::serve, "losing-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        // the test is over
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    var out = client.getOutputStream();
    out.write("220 here\r\n".getBytes(StandardCharsets.UTF_8));
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      var answer =
          line.startsWith("DATA")
              ? "354 go\r\n"
              : line.matches("(EHLO|HELO|MAIL|RCPT|RSET).*") ? "250 ok\r\n" : "";
      out.write(answer.getBytes(StandardCharsets.UTF_8));
    }
    taken.incrementAndGet();
  }

  /** How many mails it took to the dot. */
  public int taken() {
    return taken.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
