package duban.images;

import duban.local.page.Blocking;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;

/**
 * What the start page asks about the machinery: {@code {"now": moment, "parts": [{name, port,
 * state}]}}, with the states READY and STARTING. Answers on every path.
 */
final class State implements AutoCloseable {
  private final Vertx vertx;
  private final Clock businessTime;
  private final List<Part> parts;
  private final HttpServer server;

  private State(Vertx vertx, Clock businessTime, List<Part> parts) {
    this.vertx = vertx;
    this.businessTime = businessTime;
    this.parts = List.copyOf(parts);
    this.server = vertx.createHttpServer();
  }

  static State start(
      Vertx vertx, Clock businessTime, List<Part> parts, InetAddress address, int port) {
    State state = new State(vertx, businessTime, parts);
    Blocking.get(state.server.requestHandler(state::answer).listen(port, address.getHostAddress()));
    return state;
  }

  int port() {
    return server.actualPort();
  }

  private void answer(HttpServerRequest request) {
    vertx
        .executeBlocking(this::json, false)
        .onSuccess(
            json ->
                request
                    .response()
                    .putHeader("content-type", "application/json")
                    .putHeader("cache-control", "no-store")
                    .end(json.toBuffer()))
        .onFailure(failure -> request.response().setStatusCode(500).end());
  }

  private JsonObject json() {
    JsonArray list = new JsonArray();
    for (Part part : parts) {
      list.add(
          new JsonObject()
              .put("name", part.name())
              .put("port", part.probe().getPort())
              .put("state", part.ready() ? "READY" : "STARTING"));
    }
    return new JsonObject().put("now", businessTime.instant().toString()).put("parts", list);
  }

  @Override
  public void close() {
    Blocking.get(server.close());
  }
}
