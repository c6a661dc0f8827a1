package duban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {

  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          byte[] answer = body.length > 0 ? body : "督办".getBytes(StandardCharsets.UTF_8);
          // A length of 0 means chunks.
          boolean chunked = exchange.getRequestURI().getPath().equals("/chunked");
          exchange.sendResponseHeaders(body.length > 0 ? 201 : 200, chunked ? 0 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void oneConnectionAsksAgainAndAgain() throws IOException {
    try (var http = new Http(server.getAddress().getPort())) {
      assertThat(http.get("/").text()).isEqualTo("督办");
      assertThat(http.get("/chunked").text()).isEqualTo("督办");
      var posted = http.post("/", "{\"名\": 1}");
      assertThat(posted.status()).isEqualTo(201);
      assertThat(posted.text()).isEqualTo("{\"名\": 1}");
    }
  }
}
