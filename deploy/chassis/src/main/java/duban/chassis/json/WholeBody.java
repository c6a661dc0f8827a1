package duban.chassis.json;

import duban.chassis.problem.EarlyProblem;
import duban.chassis.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Waits for a body on the event loop, and lets the request go on when all of it has come. Else a
 * handful of callers who send a byte a second would hold every worker.
 */
@ApplicationScoped
class WholeBody {

  /** After it is known who asks. */
  private static final int AFTER_AUTHENTICATION = 50;

  /** Of all bodies that have come in part, so that they leave room in the heap. */
  private static final long MOST_TOGETHER = 32L * 1024 * 1024;

  private final AtomicLong together = new AtomicLong();

  void register(@Observes Filters filters) {
    filters.register(this::read, AFTER_AUTHENTICATION);
  }

  private void read(RoutingContext context) {
    var request = context.request();
    if (request.isEnded() || !hasBody(request)) {
      context.next();
      return;
    }
    var body = new Body(context);
    request.handler(body::add);
    request.endHandler(end -> body.end());
    request.exceptionHandler(lost -> body.forget());
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    request.resume();
  }

  private static boolean hasBody(HttpServerRequest request) {
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !length.equals("0"));
  }

  /** All on the event loop of its connection. */
  private final class Body {

    private final RoutingContext context;
    private final Buffer content = Buffer.buffer();
    private boolean over;

    Body(RoutingContext context) {
      this.context = context;
    }

    void add(Buffer some) {
      if (over) {
        return;
      }
      if (content.length() + some.length() > RequestBody.MOST) {
        forget();
        EarlyProblem.answerAndClose(context, RequestBody.tooLarge());
      } else if (together.addAndGet(some.length()) > MOST_TOGETHER) {
        content.appendBuffer(some); // counted already
        forget();
        EarlyProblem.answerAndClose(
            context, Problems.asNamed("unavailable", Map.of("Retry-After", "2")));
      } else {
        content.appendBuffer(some);
      }
    }

    void end() {
      if (!over) {
        forget();
        ((RoutingContextInternal) context).setBody(content);
        context.next();
      }
    }

    void forget() {
      if (!over) {
        over = true;
        together.addAndGet(-content.length());
      }
    }
  }
}
