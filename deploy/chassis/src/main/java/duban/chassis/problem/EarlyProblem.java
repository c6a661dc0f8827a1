package duban.chassis.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers a problem before the request has come to a resource. */
public final class EarlyProblem {

  private EarlyProblem() {}

  /** The connection may go on. */
  public static void answer(RoutingContext request, HttpProblem problem) {
    write(request, problem);
  }

  /** What is not read of a body cannot be told from the next request on the same connection. */
  public static void answerAndClose(RoutingContext request, HttpProblem problem) {
    request.response().putHeader("Connection", "close");
    request.addEndHandler(sent -> request.request().connection().close());
    write(request, problem);
  }

  private static void write(RoutingContext request, HttpProblem problem) {
    var body =
        new JsonObject()
            .put("type", String.valueOf(problem.getType()))
            .put("title", problem.getTitle())
            .put("status", problem.getStatusCode())
            .put("detail", problem.getDetail())
            .put("instance", request.request().path());
    problem
        .getHeaders()
        .forEach((name, value) -> request.response().putHeader(name, String.valueOf(value)));
    request
        .response()
        .setStatusCode(problem.getStatusCode())
        .putHeader("Content-Type", "application/problem+json")
        .end(body.encode());
  }
}
