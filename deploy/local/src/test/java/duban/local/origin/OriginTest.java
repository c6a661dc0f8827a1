package duban.local.origin;

import static org.assertj.core.api.Assertions.assertThat;

import duban.local.page.Blocking;
import duban.local.preflight.Port;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OriginTest {
  private final Vertx vertx = Vertx.vertx();
  private final int port = Port.anyFree();
  private final int catalogPort = Port.anyFree();
  private final int absentPort = Port.anyFree();
  private final CountDownLatch firstWasRead = new CountDownLatch(1);
  private final CountDownLatch streamWasLeft = new CountDownLatch(1);
  private Origin origin;

  @BeforeEach
  void start() {
    Blocking.get(
        vertx.createHttpServer().requestHandler(this::catalog).listen(catalogPort, "127.0.0.1"));
    Clock businessTime = Clock.fixed(Instant.parse("2027-10-25T01:29:00Z"), ZoneOffset.UTC);
    origin =
        Origin.start(
            vertx,
            port,
            List.of(
                Upstream.service("catalog", catalogPort),
                Upstream.service("status", absentPort),
                Upstream.mailPage(catalogPort)),
            new RunningState(
                businessTime,
                URI.create("http://localhost:8084/demonstration"),
                () -> List.of(new RunningState.PartState("catalog-service", 8081, "READY"))));
  }

  @AfterEach
  void stop() {
    origin.close();
    Blocking.get(vertx.close());
  }

  /** Answers what it was asked; a path that ends in “stream” gets events, the second on demand. */
  private void catalog(HttpServerRequest request) {
    if (request.path().endsWith("stream")) {
      request.response().putHeader("content-type", "text/event-stream").setChunked(true);
      request.response().closeHandler(closed -> streamWasLeft.countDown());
      request.response().write("data: after %s\n\n".formatted(request.getHeader("Last-Event-ID")));
      vertx.setPeriodic(
          20,
          timer -> {
            if (firstWasRead.getCount() == 0) {
              vertx.cancelTimer(timer);
              request.response().end("data: second\n\n");
            }
          });
      return;
    }
    request
        .body()
        .onSuccess(
            body ->
                request
                    .response()
                    .setStatusCode(201)
                    .end(
                        "%s %s %s %s"
                            .formatted(
                                request.method(), request.uri(), request.authority(), body)));
  }

  @Test
  void aPathLeadsToItsServiceWithQueryBodyAndTheAddressThatWasAskedFor() throws Exception {
    HttpRequest request =
        request("/api/catalog/measures?topic=T2&q=%E4%BC%9A")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    HttpResponse<String> answer = send(request);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body())
        .isEqualTo("POST /api/catalog/measures?topic=T2&q=%E4%BC%9A 127.0.0.1:" + port + " {}");
  }

  @Test
  void theMailPageSeesPathsWithoutItsPrefix() throws Exception {
    assertThat(get("/mail/api/messages?to=a").body()).startsWith("GET /api/messages?to=a ");
    assertThat(get("/mail").headers().firstValue("location")).contains("/mail/");
  }

  @Test
  void aServiceThatIsDownIsNamed() throws Exception {
    HttpResponse<String> answer = get("/api/status/progress");
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("urn:duban:problem:service-down")
        .contains("status-service does not answer on port " + absentPort);
    HttpRequest post =
        request("/api/status/events").POST(HttpRequest.BodyPublishers.ofString("{}")).build();
    assertThat(send(post).statusCode()).isEqualTo(502);
  }

  @Test
  void aStreamOfEventsArrivesEventByEvent() throws Exception {
    try (BufferedReader lines = stream()) {
      // The service sends the second only after the first was read on this side.
      assertThat(lines.readLine()).isEqualTo("data: after 3:17");
      firstWasRead.countDown();
      lines.readLine();
      assertThat(lines.readLine()).isEqualTo("data: second");
    }
  }

  @Test
  void aStreamThatIsLeftEndsBehindTheOriginToo() throws Exception {
    try (BufferedReader lines = stream()) {
      assertThat(lines.readLine()).isEqualTo("data: after 3:17");
    }
    assertThat(streamWasLeft.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private BufferedReader stream() throws IOException, InterruptedException {
    HttpRequest request = request("/api/catalog/stream").header("Last-Event-ID", "3:17").build();
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  @Test
  void theStartPageKnowsTheBusinessTimeAndTheParts() throws Exception {
    assertThat(get("/").body()).contains("<title>督办</title>");
    assertThat(get("/local/state").body())
        .contains("\"now\":\"2027-10-25T01:29:00Z\"")
        .contains("\"issuer\":\"http://localhost:8084/demonstration\"")
        .contains("catalog-service");
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void theStartPageMayAskTheProviderForATokenAndNobodyElse() throws Exception {
    assertThat(get("/").headers().firstValue("content-security-policy"))
        .contains("default-src 'self'; connect-src 'self' http://localhost:8084; base-uri 'none'");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
