package duban.chassis.tokens;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;

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

  private Provider(HttpServer server, String issuer) {
    this.server = server;
    this.issuer = issuer;
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
      var server = bound(HttpServer.create(), 0);
      known = new Provider(server, issuer(server.getAddress().getPort())).issuer;
      System.setProperty(ISSUER, known);
    }
    return known;
  }

  /** Another one, at a port that nobody has; it shows the same keys. */
  @SuppressWarnings("resource") // whoever asked for it closes it
  public static Provider at(int port) throws IOException {
    return new Provider(bound(HttpServer.create(), port), issuer(port));
  }

  /** Another one behind TLS. */
  @SuppressWarnings("resource") // whoever asked for it closes it
  public static Provider at(int port, SSLContext certified) throws IOException {
    var server = HttpsServer.create();
    server.setHttpsConfigurator(new HttpsConfigurator(certified));
    return new Provider(bound(server, port), issuer(port).replace("http:", "https:"));
  }

  public static String issuer(int port) {
    return "http://localhost:" + port + "/duban";
  }

  public static int asked() {
    return Integer.getInteger(ASKED, 0);
  }

  private static HttpServer bound(HttpServer server, int port) throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    return server;
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
