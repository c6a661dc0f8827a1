package duban.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final Clock MONDAY =
      Clock.fixed(Instant.parse("2027-10-25T01:29:00Z"), ZoneOffset.UTC);

  @Test
  void aPartThatAnswersIsReadyAndOneThatDoesNotIsStarting() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (ServerSocket there = new ServerSocket(0, 1, HERE);
        State itself = State.start(vertx, MONDAY, List.of(), HERE, 0);
        State state =
            State.start(
                vertx,
                MONDAY,
                List.of(
                    Part.of("Kafka=tcp://127.0.0.1:" + there.getLocalPort()),
                    Part.of("status-service=http://127.0.0.1:" + itself.port() + "/"),
                    Part.of("catalog-service=http://127.0.0.1:" + closedPort() + "/")),
                HERE,
                0)) {
      JsonObject json = ask(state.port());

      assertThat(json.getString("now")).isEqualTo("2027-10-25T01:29:00Z");
      assertThat(json.getJsonArray("parts"))
          .extracting(it -> ((JsonObject) it).getString("name"))
          .containsExactly("Kafka", "status-service", "catalog-service");
      assertThat(json.getJsonArray("parts"))
          .extracting(it -> ((JsonObject) it).getString("state"))
          .containsExactly("READY", "READY", "STARTING");
      assertThat(json.getJsonArray("parts").getJsonObject(0).getInteger("port"))
          .isEqualTo(there.getLocalPort());
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  @Test
  void aPartWithoutANameIsRefusedWithAnExample() {
    assertThatThrownBy(() -> Part.of("http://status:9082/"))
        .hasMessageContaining("status-service=http://status:9082/q/health/ready");
  }

  private static JsonObject ask(int port) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/local/state")).build();
    return new JsonObject(
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
      return socket.getLocalPort();
    }
  }
}
