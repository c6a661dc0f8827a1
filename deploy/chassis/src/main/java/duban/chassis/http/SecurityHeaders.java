package duban.chassis.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Headers of every answer, also of errors: a browser takes it for nothing but what it is, shows it
 * in no frame, gives it to no other site and keeps no copy. A resource may say otherwise.
 */
@ApplicationScoped
class SecurityHeaders {

  private static final int BEFORE_EVERYTHING = 1000;
  private static final Map<String, String> OF_EACH =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Content-Security-Policy",
              "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin");

  private final Optional<String> transportSecurity;

  SecurityHeaders(
      @ConfigProperty(name = "duban.http.strict-transport-security")
          Optional<String> transportSecurity) {
    this.transportSecurity = transportSecurity;
  }

  void register(@Observes Filters filters) {
    filters.register(this::add, BEFORE_EVERYTHING);
  }

  private void add(RoutingContext request) {
    // At the end: what stands there already is kept, and a resource would else write a second one.
    request.addHeadersEndHandler(end -> complete(request.response().headers()));
    request.next();
  }

  private void complete(MultiMap headers) {
    OF_EACH.forEach((name, value) -> absent(headers, name, value));
    transportSecurity.ifPresent(it -> absent(headers, "Strict-Transport-Security", it));
    // What has an ETag may be kept by its reader, who asks whether it still holds.
    absent(headers, "Cache-Control", headers.contains("ETag") ? "private, no-cache" : "no-store");
  }

  private static void absent(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }
}
