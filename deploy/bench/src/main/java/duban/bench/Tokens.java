package duban.bench;

import duban.local.preflight.Port;
import duban.local.signin.Provider;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/**
 * The launcher's OpenID provider, and a token of each account that is asked for: it lives for an
 * hour, longer than a figure takes.
 */
final class Tokens implements AutoCloseable {

  private static final int OK = 200;

  private final int port = Port.anyFree();
  private final Provider provider = Provider.start(port);
  private final Map<String, String> known = new HashMap<>();

  String issuer() {
    return Provider.issuer(port);
  }

  /**
   * What stands behind {@code Bearer}.
   *
   * @param account such as {@code supervisor}
   */
  synchronized String of(String account) throws IOException {
    String token = known.get(account);
    if (token == null) {
      token = fetched(account);
      known.put(account, token);
    }
    return token;
  }

  private String fetched(String account) throws IOException {
    var form =
        "grant_type=client_credentials&client_secret=demonstration&client_id=%s".formatted(account);
    var request =
        HttpRequest.newBuilder(URI.create(issuer() + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try {
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return new JsonObject(answer.body()).getString("access_token");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    provider.close();
  }
}
