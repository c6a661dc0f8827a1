package duban.chassis.limit;

import duban.chassis.problem.EarlyProblem;
import duban.chassis.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;

/**
 * Answers 429 to whoever writes, or fails to sign in, more often than the settings let him: by
 * address before anything else is done for the request, by subject as soon as that is known. Each
 * process counts for itself.
 */
@ApplicationScoped
class RateLimits {

  private static final int BEFORE_AUTHENTICATION = 950;
  private static final int AFTER_AUTHENTICATION = 160;
  private static final Set<HttpMethod> WRITES =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private final ClientAddress addresses;
  private final Buckets subjects;
  private final Buckets writers;
  private final Buckets failures;

  RateLimits(LimitSettings settings, ClientAddress addresses) {
    this.addresses = addresses;
    this.subjects = new Buckets(settings.writesBySubject());
    this.writers = new Buckets(settings.writesByAddress());
    this.failures = new Buckets(settings.failedSignInsByAddress());
  }

  void register(@Observes Filters filters) {
    filters.register(this::byAddress, BEFORE_AUTHENTICATION);
    filters.register(this::bySubject, AFTER_AUTHENTICATION);
  }

  void byAddress(RoutingContext request) {
    var address = addresses.of(request.request());
    if (request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
      var wait = failures.look(address);
      if (wait > 0) {
        refuse(request, wait, "Too many sign-ins from this address have failed");
        return;
      }
      request.addHeadersEndHandler(
          end -> {
            if (request.response().getStatusCode() == 401) {
              failures.take(address);
            }
          });
    }
    var wait = isWrite(request) ? writers.take(address) : 0;
    if (wait > 0) {
      refuse(request, wait, "This address writes too often");
    } else {
      request.next();
    }
  }

  void bySubject(RoutingContext request) {
    var subject =
        request.user() instanceof QuarkusHttpUser user && !user.getSecurityIdentity().isAnonymous()
            ? user.getSecurityIdentity().getPrincipal().getName()
            : null;
    var wait = subject != null && isWrite(request) ? subjects.take(subject) : 0;
    if (wait > 0) {
      refuse(request, wait, "You write too often");
    } else {
      request.next();
    }
  }

  private static boolean isWrite(RoutingContext request) {
    return WRITES.contains(request.request().method());
  }

  private static void refuse(RoutingContext request, long seconds, String what) {
    EarlyProblem.answerAndClose(
        request,
        Problems.of(
            429,
            "too-many-requests",
            "Too many requests",
            what + "; send the same again after the seconds in Retry-After",
            Map.of(),
            Map.of("Retry-After", Long.toString(seconds))));
  }
}
