package duban.chassis.identity;

import duban.chassis.problem.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what to do without a token, or with one that is refused. Only that it has expired is told:
 * which other check failed helps nobody but an attacker. The library's own mapper would make each
 * of these a 500.
 */
public class RefusedCallers {

  @ServerExceptionMapper(value = UnauthorizedException.class, priority = 1)
  public Response unauthorized(UnauthorizedException e) {
    return answer("unauthenticated", Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
  }

  @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = 1)
  public Response failed(AuthenticationFailedException e) {
    if (e.getCause() instanceof KeysNotKnown) {
      return answer("sign-in-unavailable", Map.of("Retry-After", "5"));
    }
    // BearerTokens has named the scheme already.
    return answer(expired(e) ? "expired-token" : "invalid-token", Map.of());
  }

  private static Response answer(String name, Map<String, String> headers) {
    return Problems.asNamed(name, headers).toResponse();
  }

  private static boolean expired(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidJwtException invalid) {
        return invalid.hasExpired();
      }
    }
    return false;
  }
}
