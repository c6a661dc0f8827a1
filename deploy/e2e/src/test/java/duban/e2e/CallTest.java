package duban.e2e;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

  private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nhalf";

  @Test
  void anAnswerOfWhichHalfIsMissingIsNotWaitedForForEver() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var answering = CompletableFuture.supplyAsync(() -> half(server));
      var address = URI.create("http://127.0.0.1:" + server.getLocalPort());
      var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(1)).build();
      assertThatThrownBy(
              () -> Call.answer(HttpClient.newHttpClient(), request, Duration.ofSeconds(3)))
          .isInstanceOf(HttpTimeoutException.class)
          .hasMessageContaining("PT3S");
      answering.join().close();
    }
  }

  /** Held open by whoever asked for it: a socket that nobody holds is closed. */
  private static Socket half(ServerSocket server) {
    try {
      var socket = server.accept();
      socket.getOutputStream().write(HALF.getBytes(StandardCharsets.UTF_8));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
