package duban.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.chassis.backbone.Backbone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class LongBodyTest {

  @TestHTTPResource("/echo")
  URI echo;

  @Test
  void aBodyThatSaysItIsHugeIsRefusedBeforeItIsSent() throws Exception {
    try (var socket = new Socket(echo.getHost(), echo.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST /api/chassis/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                      + "Content-Length: 5000000000\r\n\r\n{")
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 413 ");
      assertThat(answer).contains("application/problem+json", "256 KB");
    }
  }

  /** Whoever sends all of it before reading still comes to read the answer. */
  @Test
  void tenMegabytesOfJsonAreRefusedAndHarmNobody() throws Exception {
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var body = "{\"text\": \"" + "督".repeat(3_500_000) + "\"}";
    for (int i = 0; i < 5; i++) {
      assertThat(client.send(post(body), BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    }
    var small = "{\"id\": \"123e4567-e89b-42d3-a456-426614174000\", \"text\": \"督\"}";
    assertThat(client.send(post(small), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  /** A body that comes after it was refused must not reset the connection under the answer. */
  @Test
  void theAnswerIsThereWhenTheBodyHasBeenSent() throws Exception {
    var head =
        "POST /api/chassis/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 2000000\r\n\r\n";
    for (int i = 0; i < 20; i++) {
      try (var socket = new Socket(echo.getHost(), echo.getPort())) {
        var out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        for (int part = 0; part < 20; part++) {
          Thread.sleep(1);
          out.write(new byte[100_000]);
        }
        var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 413 ");
      }
    }
  }

  /** Nor does it keep the connection for good. */
  @Test
  void whoDoesNotSendTheRestIsClosed() throws Exception {
    try (var socket = new Socket(echo.getHost(), echo.getPort())) {
      var out = socket.getOutputStream();
      out.write(
          ("POST /api/chassis/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                  + "Content-Length: 2000000\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  out.write(' ');
                  Thread.sleep(100);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  private HttpRequest post(String body) {
    return HttpRequest.newBuilder(echo)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  @Test
  void aLongBodyThatDoesNotSayHowLongItIsIsRefusedToo() throws Exception {
    var body = ("{\"text\": \"" + "a".repeat(400_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(echo)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("256 KB");
  }
}
