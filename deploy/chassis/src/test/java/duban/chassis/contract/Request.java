package duban.chassis.contract;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What is sent; {@code path} is encoded and may have a query. */
record Request(String method, String path, Map<String, String> headers, byte[] body) {

  private static final int LARGE = 128 * 1024;

  Request withBody(byte[] other) {
    return new Request(method, path, headers, other);
  }

  Request withBody(String other) {
    return withBody(other.getBytes(StandardCharsets.UTF_8));
  }

  Request withPath(String other) {
    return new Request(method, other, headers, body);
  }

  Request withHeader(String name, String value) {
    var changed = new TreeMap<>(headers);
    changed.put(name, value);
    return new Request(method, path, changed, body);
  }

  Request withoutHeader(String name) {
    var changed = new TreeMap<>(headers);
    changed.remove(name);
    return new Request(method, path, changed, body);
  }

  HttpRequest to(URI server) {
    var request = HttpRequest.newBuilder(URI.create(server + path)).method(method, publisher());
    headers.forEach(request::header);
    return request.build();
  }

  private HttpRequest.BodyPublisher publisher() {
    if (body.length == 0) {
      return HttpRequest.BodyPublishers.noBody();
    }
    // A large body that announces its length may be refused, and the connection closed, while it is
    // still being sent; then the answer is lost now and then.
    return body.length < LARGE
        ? HttpRequest.BodyPublishers.ofByteArray(body)
        : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }
}
