package duban.chassis.problem;

import io.netty.channel.socket.DuplexChannel;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** Answers a problem before the request has come to a resource. */
public final class EarlyProblem {

  /** Milliseconds for which the rest of a body that was refused is read and thrown away. */
  private static final long LINGER = 5_000;

  private EarlyProblem() {}

  /** The connection may go on. */
  public static void answer(RoutingContext request, HttpProblem problem) {
    write(request, problem);
  }

  /** What is not read of a body cannot be told from the next request on the same connection. */
  public static void answerAndClose(RoutingContext request, HttpProblem problem) {
    request.response().putHeader("Connection", "close");
    write(request, problem).onComplete(sent -> linger(request));
  }

  /**
   * RFC 9112, 9.6: closed at once, the connection would be reset by what its caller still sends,
   * and the reset could take the answer with it.
   */
  private static void linger(RoutingContext request) {
    var sender = request.request();
    var connection = sender.connection();
    if (sender.isEnded()) {
      connection.close();
      return;
    }
    sender.handler(rest -> {}).endHandler(end -> connection.close()).resume();
    endAnswers(connection);
    request.vertx().setTimer(LINGER, late -> connection.close());
  }

  /** Who reads until the end need not wait for it. TLS has no such half. */
  private static void endAnswers(HttpConnection connection) {
    if (!connection.isSsl()
        && ((ConnectionBase) connection).channel() instanceof DuplexChannel channel) {
      channel
          .shutdownOutput()
          .addListener(
              ended -> {
                if (!ended.isSuccess()) {
                  connection.close();
                }
              });
    }
  }

  private static Future<Void> write(RoutingContext request, HttpProblem problem) {
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
    return request
        .response()
        .setStatusCode(problem.getStatusCode())
        .putHeader("Content-Type", "application/problem+json")
        .end(body.encode());
  }
}
