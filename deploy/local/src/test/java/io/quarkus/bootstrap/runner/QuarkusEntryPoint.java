package io.quarkus.bootstrap.runner;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * Stands in for a service, so that the launcher can be tested without building three of them: says
 * that it is ready, and answers with what it was started with.
 */
public final class QuarkusEntryPoint {
  private QuarkusEntryPoint() {}

  public static void main(String[] args) throws IOException {
    if (System.getProperty("stand-in.fails") != null) {
      System.out.println("cannot start: " + System.getProperty("stand-in.fails"));
      System.exit(1);
    }
    var settings = new TreeMap<>(System.getenv());
    System.getProperties()
        .forEach((key, value) -> settings.put(String.valueOf(key), String.valueOf(value)));
    serve("quarkus.http.port", settings.toString());
    serve("quarkus.management.port", "UP");
  }

  private static void serve(String portProperty, String body) throws IOException {
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger(portProperty));
    HttpServer server = HttpServer.create(address, 0);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
  }
}
