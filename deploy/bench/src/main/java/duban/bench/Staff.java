package duban.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Somebody who edits what catalog-service keeps, and waits for each answer however long it takes.
 */
final class Staff {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Service catalog;
  private final String token;

  Staff(Service catalog, String token) {
    this.catalog = catalog;
    this.token = token;
  }

  void make(String path, String body) throws Exception {
    answered(201, request(path).POST(BodyPublishers.ofString(body)));
  }

  /** Over what stands there now. */
  void change(String path, String body) throws Exception {
    var request = request(path);
    var seen = client.send(request.build(), BodyHandlers.discarding());
    seen.headers().firstValue("ETag").ifPresent(it -> request.header("If-Match", it));
    answered(200, request.PUT(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    var uri = URI.create("http://127.0.0.1:%d/api/catalog/%s".formatted(catalog.port(), path));
    return HttpRequest.newBuilder(uri)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private void answered(int status, HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }
}
