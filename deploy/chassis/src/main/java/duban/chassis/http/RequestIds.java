package duban.chassis.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request an id, which stands in its answer and in every line that is logged for it: the
 * caller's own if it is well-formed, else the trace's, else a new one.
 */
@ApplicationScoped
class RequestIds {

  /** In the context of the log. */
  static final String KEY = "request";

  private static final int FIRST = 1100;
  private static final String HEADER = "X-Request-ID";
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{7,63}");
  private static final Pattern TRACE =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  void register(@Observes Filters filters) {
    filters.register(RequestIds::name, FIRST);
  }

  private static void name(RoutingContext request) {
    var id = id(request.request());
    request.response().putHeader(HEADER, id);
    MDC.put(KEY, id);
    request.next();
  }

  static String id(HttpServerRequest request) {
    return id(request.getHeader(HEADER), request.getHeader("traceparent"));
  }

  static String id(@Nullable String given, @Nullable String trace) {
    if (given != null && WELL_FORMED.matcher(given).matches()) {
      return given;
    }
    var parts = TRACE.matcher(trace == null ? "" : trace);
    return parts.matches() ? parts.group(1) : UUID.randomUUID().toString();
  }
}
