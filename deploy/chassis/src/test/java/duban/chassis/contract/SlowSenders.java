package duban.chassis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Senders of a byte a second, by the thousand, and somebody who reads and writes meanwhile. */
public final class SlowSenders {

  private static final int SENDERS = 2000;

  /** The longest that somebody else may wait for two answers, on a machine with other work. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final URI server;
  private final String write;
  private final HttpClient other =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * @param write a path that takes a POST of JSON
   */
  public SlowSenders(URI server, String write) {
    this.server = server;
    this.write = write;
  }

  /** They never finish the head of their first request. */
  public void trickleHeads(Duration atMost) throws Exception {
    trickle("GET %s HTTP/1.1\r\nHost: localhost\r\nX-Slow: ".formatted(write), "a", atMost);
  }

  /** They never finish the body. */
  public void trickleBodies(Duration atMost) throws Exception {
    trickle(
        ("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 200000\r\n\r\n")
            .formatted(write),
        " ",
        atMost);
  }

  private void trickle(String beginning, String more, Duration atMost) throws Exception {
    List<SocketChannel> senders = new ArrayList<>();
    try {
      for (int i = 0; i < SENDERS; i++) {
        var sender = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        sender.configureBlocking(false);
        senders.add(sender);
        send(sender, beginning);
      }
      var open = new ArrayList<>(senders);
      var until = System.nanoTime() + atMost.plusSeconds(20).toNanos();
      while (!open.isEmpty() && System.nanoTime() < until) {
        assertThat(others()).as("what others wait").isLessThan(PATIENCE);
        Thread.sleep(1000);
        open.removeIf(it -> !send(it, more) || closed(it));
      }
      assertThat(open.size()).as("still open").isZero();
    } finally {
      for (var sender : senders) {
        sender.close();
      }
    }
  }

  /** A connection on which an answer was had, and then a head that does not end. */
  public void trickleLater(Duration head) throws Exception {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      var out = socket.getOutputStream();
      var in = socket.getInputStream();
      out.write(ascii("GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n"));
      assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 404");
      // Waiting between two requests is not slow.
      Thread.sleep(head.plusSeconds(1).toMillis());
      out.write(ascii("GET / HT"));
      socket.setSoTimeout((int) head.plusSeconds(15).toMillis());
      var began = System.nanoTime();
      in.readAllBytes();
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isBetween(head.minusMillis(500), head.plusSeconds(10));
    }
  }

  private Duration others() throws IOException, InterruptedException {
    var began = System.nanoTime();
    var address = server.resolve(write);
    var read = HttpRequest.newBuilder(address.resolve("openapi")).build();
    assertThat(other.send(read, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    var written =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertThat(other.send(written, BodyHandlers.discarding()).statusCode()).isBetween(200, 422);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static boolean send(SocketChannel to, String text) {
    try {
      to.write(ByteBuffer.wrap(ascii(text)));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean closed(SocketChannel it) {
    try {
      return it.read(ByteBuffer.allocate(4096)) < 0;
    } catch (IOException e) {
      return true;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
