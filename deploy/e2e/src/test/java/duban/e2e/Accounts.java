package duban.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Who does what in an office, and his token: fetched from the launcher's provider when it is first
 * needed, and again before it ends. Every call of these tests is signed here.
 */
final class Accounts {

  /** No secret: README prints it. */
  private static final String SECRET = "demonstration";

  private static final Duration BEFORE_ITS_END = Duration.ofMinutes(5);

  private record Token(String text, long until) {}

  private final URI provider;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Token> tokens = new HashMap<>();

  /**
   * @param issuer whose tokens the services believe
   */
  Accounts(String issuer) {
    provider = URI.create(issuer + "/token");
  }

  /** The request with the token of whoever does such a thing. */
  HttpRequest signed(HttpRequest.Builder request) throws IOException, InterruptedException {
    var asked = request.build();
    var account = account(asked.method(), asked.uri().getPath());
    return HttpRequest.newBuilder(asked, (name, value) -> true)
        .header("Authorization", "Bearer " + token(account))
        .build();
  }

  /**
   * The leader reads everything but recipients; the office that supervises all duties writes for
   * the units, and keeps catalog and recipients; what is about the machinery is the
   * administrator's.
   */
  static String account(String method, String path) {
    if (path.matches("/api/\\w+/(release|republish|dead-letters)\\b.*")) {
      return "administrator";
    }
    var recipients = path.startsWith("/api/notification/contacts");
    return method.equals("GET") && !recipients ? "leader" : "supervisor";
  }

  private synchronized String token(String account) throws IOException, InterruptedException {
    var known = tokens.get(account);
    if (known == null || System.nanoTime() - known.until() > 0) {
      known = fetched(account);
      tokens.put(account, known);
    }
    return known.text();
  }

  private Token fetched(String account) throws IOException, InterruptedException {
    var form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(account, SECRET);
    var request =
        HttpRequest.newBuilder(provider)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    var asked = System.nanoTime();
    var answer = Call.answer(http, request.build());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    JsonNode token = Whole.JSON.readTree(answer.body());
    var lives = Duration.ofSeconds(token.path("expires_in").asLong()).minus(BEFORE_ITS_END);
    return new Token(token.path("access_token").asText(), asked + lives.toNanos());
  }
}
