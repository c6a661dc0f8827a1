package duban.chassis.json;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers a body that is announced as too large before any of it is read, and before Quarkus's own
 * limit, whose answer says nothing.
 */
@ApplicationScoped
class BodySize {

  private static final int BEFORE_EVERYTHING = 1000;

  void register(@Observes Filters filters) {
    filters.register(BodySize::check, BEFORE_EVERYTHING);
  }

  private static void check(RoutingContext request) {
    if (announced(request) <= RequestBody.MOST) {
      request.next();
      return;
    }
    var problem = RequestBody.tooLarge();
    var body =
        new JsonObject()
            .put("type", String.valueOf(problem.getType()))
            .put("title", problem.getTitle())
            .put("status", problem.getStatusCode())
            .put("detail", problem.getDetail())
            .put("instance", request.request().path());
    request
        .response()
        .setStatusCode(problem.getStatusCode())
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Connection", "close")
        .end(body.encode())
        // What is not read cannot be told from the next request on the same connection.
        .onComplete(sent -> request.request().connection().close());
  }

  private static long announced(RoutingContext request) {
    var length = request.request().getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0; // Vert.x itself refuses it
    }
  }
}
