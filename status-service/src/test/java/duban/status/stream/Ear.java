package duban.status.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client of the stream, on a bare socket: what it gets is what was sent. */
final class Ear implements AutoCloseable {

  /** One block of the stream that carries data. */
  record Heard(String id, String event, String data) {}

  private final Socket socket = new Socket();
  private final List<Heard> heard = new ArrayList<>();
  private final List<String> head = new ArrayList<>();
  private String lastId = "";
  private int signs;
  private boolean over;

  /**
   * @param reading false for one that asks and never reads
   */
  Ear(int port, String query, @Nullable String lastEventId, boolean reading) throws IOException {
    this(port, query, lastEventId, null, reading);
  }

  Ear(int port, String query, @Nullable String lastEventId, @Nullable String token, boolean reading)
      throws IOException {
    socket.setReceiveBufferSize(4096);
    socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String header = lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
    socket
        .getOutputStream()
        .write(
            ("GET /api/status/events/stream"
                    + query
                    + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                    + header
                    + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
                    + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    if (reading) {
      Thread thread = new Thread(this::read, "ear");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      String id = "";
      String event = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (this) {
          if (line.startsWith("id:")) {
            id = line.substring(3);
          } else if (line.startsWith("event:")) {
            event = line.substring(6);
          } else if (line.startsWith("data:")) {
            data = line.substring(5);
          } else if (line.isEmpty() && !id.isEmpty()) {
            lastId = id;
            if (data.isEmpty()) {
              signs++;
            } else {
              heard.add(new Heard(id, event, data));
            }
            id = event = data = "";
          } else {
            head.add(line);
          }
        }
      }
    } catch (IOException e) {
      // cut off, by either side
    }
    synchronized (this) {
      over = true;
    }
  }

  synchronized List<Heard> heard() {
    return List.copyOf(heard);
  }

  synchronized String head() {
    return String.join("\n", head);
  }

  synchronized String lastId() {
    return lastId;
  }

  /** Blocks without data. */
  synchronized int signs() {
    return signs;
  }

  synchronized boolean over() {
    return over;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
