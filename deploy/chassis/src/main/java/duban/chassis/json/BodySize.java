package duban.chassis.json;

import duban.chassis.problem.EarlyProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers a body that is announced as too large before any of it is read, and before Quarkus's own
 * limit, whose answer says nothing.
 */
@ApplicationScoped
class BodySize {

  private static final int BEFORE_THE_REST = 900;

  void register(@Observes Filters filters) {
    filters.register(BodySize::check, BEFORE_THE_REST);
  }

  private static void check(RoutingContext request) {
    if (announced(request) <= RequestBody.MOST) {
      request.next();
      return;
    }
    EarlyProblem.answerAndClose(request, RequestBody.tooLarge());
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
