package duban.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A front end that follows the stream of one process, and comes back with the id that it heard last
 * when it is cut off.
 */
final class Ear implements AutoCloseable {

  /** An event that was recorded, with its id in the stream. */
  record Heard(String place, String event, String measure) {}

  private final URI stream;
  private final Accounts accounts;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final List<Heard> heard = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closing;
  private volatile InputStream open = InputStream.nullInputStream();
  private String place;

  /**
   * @param server of status, or what leads to it
   * @param accounts whose token it shows
   * @param place where it goes on; empty: now
   */
  Ear(URI server, Accounts accounts, String place) {
    this.stream = server.resolve("/api/status/events/stream?event=IMPLEMENTATION");
    this.accounts = accounts;
    this.place = place;
    thread = new Thread(this::listen, "ear");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    while (!closing) {
      try {
        var request = HttpRequest.newBuilder(stream).header("Accept", "text/event-stream");
        var from = place();
        if (!from.isEmpty()) {
          request.header("Last-Event-ID", from);
        }
        var answer = http.send(accounts.signed(request), BodyHandlers.ofInputStream());
        open = answer.body();
        if (answer.statusCode() == 200) {
          read(open);
        }
        Thread.sleep(200);
      } catch (IOException cutOff) {
        // It comes back.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void read(InputStream body) throws IOException {
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      var id = "";
      var data = "";
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id:")) {
          id = line.substring(3);
        } else if (line.startsWith("data:")) {
          data = line.substring(5);
        } else if (line.isEmpty() && !id.isEmpty()) {
          hear(id, data);
          id = data = "";
        }
      }
    }
  }

  private synchronized void hear(String id, String data) throws IOException {
    place = id;
    if (!data.isEmpty()) {
      JsonNode event = Whole.JSON.readTree(data);
      heard.add(new Heard(id, event.path("id").asText(), event.path("measureId").asText()));
    }
  }

  /** Of what it heard last, with or without data; empty before. */
  synchronized String place() {
    return place;
  }

  synchronized List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** In the order in which they came. */
  List<String> events() {
    return heard().stream().map(Heard::event).collect(Collectors.toList());
  }

  @Override
  public void close() throws IOException {
    closing = true;
    thread.interrupt();
    open.close();
  }
}
