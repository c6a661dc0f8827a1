package duban.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import duban.local.Duban;
import duban.local.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A running Duban, seen from outside: over HTTP and by the mail that arrives. */
final class Whole implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();

  /** Held, because a logger that nobody holds forgets its level: their words would hide ours. */
  private static final List<Logger> TALKATIVE =
      Stream.of("org.apache.kafka", "org.subethamail", "io.zonky").map(Logger::getLogger).toList();

  static {
    TALKATIVE.forEach(it -> it.setLevel(Level.OFF));
  }

  record Answer(int status, JsonNode body, String text, String etag) {

    /** Of the thing that was answered. */
    long version() {
      return Long.parseLong(etag.replace("\"", ""));
    }
  }

  private final Duban duban;
  private final URI mailPage;
  private final Accounts accounts;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private Whole(Duban duban, URI mailPage) {
    this.duban = duban;
    this.mailPage = mailPage;
    this.accounts = new Accounts(duban.issuer());
  }

  static Path root() {
    return Path.of(System.getProperty("duban.root", "../..")).toAbsolutePath().normalize();
  }

  static Settings settings(Path data) {
    return Settings.in(root())
        .data(data)
        .freePorts()
        // Seconds instead of minutes, so that a delivery in doubt is repeated while a test looks
        // on.
        .serviceProperty("duban.smtp.timeout", "PT5S")
        .say(System.out::println);
  }

  static Whole start(Settings settings) {
    var duban = Duban.start(settings);
    return new Whole(duban, duban.mail());
  }

  /** Its mail goes to a server of the test's own. */
  static Whole start(Settings settings, URI mailPage) {
    return new Whole(Duban.start(settings), mailPage);
  }

  Duban duban() {
    return duban;
  }

  /** Who signs what is asked here. */
  Accounts accounts() {
    return accounts;
  }

  Answer get(String path) throws IOException, InterruptedException {
    return get(at(path));
  }

  Answer post(String path, String body) throws IOException, InterruptedException {
    return post(at(path), body);
  }

  /** To one process of a service, past the origin. */
  Answer post(URI address, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Changes what has this ETag, past the origin or not. */
  Answer put(URI address, String ifMatch, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("If-Match", ifMatch)
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address).GET());
  }

  /**
   * Lets notices leave, or holds them: an edit of how the switch stands, said again while the
   * service is not settled.
   */
  void release(boolean released) throws IOException, InterruptedException {
    var body = "{\"released\": %s, \"reason\": \"a test\"}".formatted(released);
    for (int i = 0; true; i++) {
      var answer = turn(body);
      if (answer.status() == 200) {
        return;
      }
      if (answer.status() != 503 || i == 100) {
        throw new IllegalStateException(answer.text());
      }
      Thread.sleep(300);
    }
  }

  private Answer turn(String body) throws IOException, InterruptedException {
    var position = at("/api/notification/release");
    var stands = get(position);
    // Not known yet: then it has no version from which it could be turned.
    return stands.status() == 200 ? put(position, stands.etag(), body) : stands;
  }

  private URI at(String path) {
    return duban.origin().resolve(path);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = Call.answer(http, accounts.signed(request));
    var json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
    return new Answer(
        answer.statusCode(),
        json ? JSON.readTree(answer.body()) : JSON.missingNode(),
        answer.body(),
        answer.headers().firstValue("ETag").orElse("none"));
  }

  /** Every item of a list, page by page. */
  List<JsonNode> all(String path) {
    try {
      var items = new ArrayList<JsonNode>();
      var more = path + (path.contains("?") ? "&" : "?") + "limit=500";
      var next = more;
      while (true) {
        var page = get(next);
        if (page.status() != 200) {
          throw new IllegalStateException(next + " answered " + page.status() + " " + page.text());
        }
        page.body().path("items").forEach(items::add);
        if (!page.body().hasNonNull("next")) {
          return items;
        }
        next =
            more
                + "&after="
                + URLEncoder.encode(page.body().path("next").asText(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What lies in the mail catcher, oldest first. */
  List<JsonNode> mails() {
    try {
      var request = HttpRequest.newBuilder(mailPage.resolve("/api/messages")).build();
      var mails = new ArrayList<JsonNode>();
      var body = JSON.readTree(Call.answer(http, request).body());
      (body.isArray() ? body : body.path("items")).forEach(it -> mails.add(0, it));
      return mails;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    duban.stop();
  }
}
