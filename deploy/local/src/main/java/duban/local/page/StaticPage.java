package duban.local.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A few files that lie beside a class, read once. */
public final class StaticPage {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final String policy;
  private final Map<String, File> files = new HashMap<>();

  private record File(String type, Buffer content) {}

  /**
   * @param beside the class beside which the files lie
   * @param policy the Content-Security-Policy that they are served with
   * @param names file names by request path
   */
  public StaticPage(Class<?> beside, String policy, Map<String, String> names) {
    this.policy = policy;
    names.forEach((path, name) -> files.put(path, read(beside, name)));
  }

  private static File read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + beside.getName());
      }
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      return new File(String.valueOf(type), Buffer.buffer(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Answers if the path is one of its own. */
  public boolean answer(HttpServerRequest request) {
    @Nullable File file = files.get(request.path());
    if (file == null) {
      return false;
    }
    HttpServerResponse response = request.response();
    response
        .putHeader("content-type", file.type())
        .putHeader("content-security-policy", policy)
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("cache-control", "no-cache");
    response.end(file.content());
    return true;
  }
}
