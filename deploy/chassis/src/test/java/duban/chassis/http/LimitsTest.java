package duban.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import duban.chassis.backbone.Backbone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Smaller than shipped, so that it does not take half a minute to see them. */
@QuarkusTest
@QuarkusTestResource(Backbone.class)
@TestProfile(LimitsTest.Small.class)
class LimitsTest {

  private static final String FRIEND = "https://console.example.org";
  private static final String STRANGER = "https://elsewhere.example";

  public static class Small implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.http.limits.max-header-size", "2K",
          "quarkus.http.idle-timeout", "2s",
          "quarkus.http.cors.enabled", "true",
          "quarkus.http.cors.origins", FRIEND);
    }
  }

  @TestHTTPResource("/caller")
  URI caller;

  private Socket connected() throws IOException {
    var socket = new Socket(caller.getHost(), caller.getPort());
    socket.setSoTimeout(8_000); // more than the limit, less than what is shipped
    return socket;
  }

  private static void send(Socket socket, String filling) throws IOException {
    send(socket, "caller", filling);
  }

  private static void send(Socket socket, String path, String filling) throws IOException {
    var head = "GET /api/chassis/%s HTTP/1.1\r\nHost: localhost\r\nX-Filling: %s\r\n\r\n";
    socket
        .getOutputStream()
        .write(head.formatted(path, filling).getBytes(StandardCharsets.US_ASCII));
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aHeadAboveTheLimitIsRefusedAndOneBelowIsNot() throws IOException {
    try (var socket = connected()) {
      send(socket, "x".repeat(3_000));
      assertThat(rest(socket)).startsWith("HTTP/1.1 431 ");
    }
    try (var socket = connected()) {
      send(socket, "x".repeat(1_000));
      assertThat(rest(socket)).startsWith("HTTP/1.1 200 ");
    }
  }

  /** A read that waits longer than the socket lets it would throw. */
  @Test
  @Timeout(20)
  void aConnectionOnWhichNothingHappensIsClosed() throws IOException {
    try (var socket = connected()) {
      send(socket, "x");
      var begun = System.nanoTime();
      assertThat(rest(socket)).startsWith("HTTP/1.1 200 ");
      assertThat(System.nanoTime() - begun).isGreaterThan(1_000_000_000L);
    }
  }

  /** Twice on one connection, which is closed only when nothing is asked any more. */
  @Test
  @Timeout(40)
  void whatIsBeingWorkedOnIsAnsweredHoweverLongItTakes() throws IOException {
    try (var socket = connected()) {
      send(socket, "echo/long", "x");
      send(socket, "echo/long", "x");
      var begun = System.nanoTime();
      assertThat(rest(socket).split("HTTP/1.1 200 ", -1)).hasSize(3);
      assertThat(System.nanoTime() - begun).isBetween(11_000_000_000L, 20_000_000_000L);
    }
  }

  @Test
  void aSiteThatIsNamedMayCallAndAnotherMayNot() {
    given()
        .header("Origin", FRIEND)
        .get("/caller")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo(FRIEND));
    given()
        .header("Origin", FRIEND)
        .header("Access-Control-Request-Method", "POST")
        .options("/echo")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Methods", containsString("POST"));
    given()
        .header("Origin", STRANGER)
        .get("/caller")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
    given()
        .header("Origin", STRANGER)
        .header("Access-Control-Request-Method", "POST")
        .options("/echo")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
  }
}
