package duban.chassis.tokens;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * The two addresses of an OpenID provider that a service asks: what it is, and its keys. Its state
 * is in system properties, which outlive Quarkus's class loaders.
 */
public final class Provider implements AutoCloseable {

  static final String ISSUER = "duban.backbone.issuer";
  static final String KEYS = "duban.backbone.keys";

  /** How often its keys were asked for. */
  static final String ASKED = "duban.backbone.keys-asked";

  private final HttpServer server;
  private final String issuer;

  private Provider(HttpServer server) {
    this.server = server;
    issuer = issuer(server.getAddress().getPort());
    server.createContext(
        "/duban/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\",\"token_endpoint\":\"%1$s/token\"}"
                    .formatted(issuer)));
    server.createContext(
        "/duban/keys",
        exchange -> {
          System.setProperty(ASKED, Integer.toString(asked() + 1));
          answer(exchange, Keys.shown());
        });
    server.start();
  }

  /** One for all tests of a JVM; answers its issuer. */
  public static synchronized String shared() throws IOException {
    var known = System.getProperty(ISSUER);
    if (known == null) {
      Keys.publish(Keys.rsa("first"));
      known = new Provider(bound(0)).issuer;
      System.setProperty(ISSUER, known);
    }
    return known;
  }

  /** Another one, at a port that nobody has; it shows the same keys. */
  @SuppressWarnings("resource") // whoever asked for it closes it
  public static Provider at(int port) throws IOException {
    return new Provider(bound(port));
  }

  public static String issuer(int port) {
    return "http://localhost:" + port + "/duban";
  }

  public static int asked() {
    return Integer.getInteger(ASKED, 0);
  }

  private static HttpServer bound(int port) throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    var body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
