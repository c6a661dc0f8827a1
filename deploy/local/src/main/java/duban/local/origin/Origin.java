package duban.local.origin;

import duban.local.page.Blocking;
import duban.local.page.Problem;
import duban.local.page.StaticPage;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One address for everything that a person or a front end needs, routed by path. */
public final class Origin implements AutoCloseable {
  private static final int NOT_FOUND = 404;
  private static final int MOVED = 302;

  /** A held stream of events takes a connection each. */
  private static final int CONNECTIONS = 200;

  private static final String POLICY = "default-src 'self'; connect-src 'self' %s; base-uri 'none'";

  private final StaticPage page;
  private final List<Route> routes;
  private final RunningState state;
  private final HttpClient client;
  private final HttpServer server;

  private Origin(Vertx vertx, List<Upstream> upstreams, RunningState state) {
    this.page =
        new StaticPage(
            Origin.class,
            POLICY.formatted(state.provider()),
            Map.of("/", "index.html", "/start.css", "start.css", "/start.js", "start.js"));
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setConnectTimeout(3_000));
    this.routes = upstreams.stream().map(upstream -> new Route(upstream, client)).toList();
    this.state = state;
    this.server = vertx.createHttpServer();
  }

  /** Starts it on 127.0.0.1. */
  public static Origin start(Vertx vertx, int port, List<Upstream> upstreams, RunningState state) {
    Origin origin = new Origin(vertx, upstreams, state);
    Blocking.get(
        origin
            .server
            .requestHandler(origin::handle)
            .listen(port, InetAddress.getLoopbackAddress().getHostAddress()));
    return origin;
  }

  private void handle(HttpServerRequest request) {
    String path = request.path();
    Optional<Route> route = routes.stream().filter(r -> r.serves(path)).findFirst();
    if (route.isPresent()) {
      route.get().pass(request);
    } else if (path.equals("/mail")) {
      request.response().setStatusCode(MOVED).putHeader("location", "/mail/").end();
    } else if (path.equals("/local/state")) {
      request
          .response()
          .putHeader("content-type", "application/json")
          .putHeader("cache-control", "no-store")
          .end(state.json().toBuffer());
    } else if (!page.answer(request)) {
      Problem.of(NOT_FOUND, "not-found", "There is nothing at %s; begin at /.".formatted(path))
          .answer(request);
    }
  }

  @Override
  public void close() {
    Blocking.get(server.close());
    Blocking.get(client.close());
  }
}
