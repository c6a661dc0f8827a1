package duban.e2e;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallTest {

  @Test
  void anAnswerOfWhichHalfIsMissingIsNotWaitedForForEver() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var half =
          CompletableFuture.runAsync(
              () -> {
                try {
                  server
                      .accept()
                      .getOutputStream()
                      .write(
                          "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nhalf"
                              .getBytes(StandardCharsets.UTF_8));
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      var address = URI.create("http://127.0.0.1:" + server.getLocalPort());
      var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(1)).build();
      assertThatThrownBy(
              () -> Call.answer(HttpClient.newHttpClient(), request, Duration.ofSeconds(3)))
          .isInstanceOf(HttpTimeoutException.class)
          .hasMessageContaining("PT3S");
      half.join();
    }
  }
}
