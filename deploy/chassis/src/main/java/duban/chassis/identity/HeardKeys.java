package duban.chassis.identity;

import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers when the provider last told its keys. While it is away its old keys are believed for a
 * while, and not for ever: one of them may have been taken out.
 */
@ApplicationScoped
@OidcEndpoint(OidcEndpoint.Type.JWKS)
class HeardKeys implements OidcResponseFilter {

  private static final int OK = 200;
  private static final long NEVER = 0;

  private final long trusted;
  private final AtomicLong heardAt = new AtomicLong(NEVER);
  private final long begin = System.nanoTime();

  HeardKeys(IdentitySettings settings) {
    trusted = settings.keysTrusted().toNanos();
  }

  /** Whether tokens can be judged. */
  boolean known() {
    var at = heardAt.get();
    return at != NEVER && System.nanoTime() - at < trusted;
  }

  /** How long ago the provider told its keys; since the start, if it has not yet. */
  Duration age() {
    var at = heardAt.get();
    return Duration.ofNanos(System.nanoTime() - (at == NEVER ? begin : at));
  }

  @Override
  public Uni<Void> filter(OidcResponseFilterContext answer) {
    if (answer.statusCode() == OK && tellsKeys(answer)) {
      heardAt.set(System.nanoTime() | 1); // never NEVER
    }
    return Uni.createFrom().voidItem();
  }

  private static boolean tellsKeys(OidcResponseFilterContext answer) {
    try {
      return answer.responseBody().toJsonObject().getValue("keys") instanceof JsonArray;
    } catch (DecodeException e) {
      return false;
    }
  }
}
