package duban.chassis.identity;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Asks the provider for its keys again and again, so that one that was taken out there stops here:
 * Quarkus by itself asks only when it meets a key that it does not know. Connects to a provider
 * that was away at the start, without a request having to wait for it.
 */
@ApplicationScoped
class SigningKeys {

  private static final Logger LOG = Logger.getLogger(SigningKeys.class);
  private static final Duration UNTIL_FIRST_HEARD = Duration.ofSeconds(1);

  private final TenantConfigBean tenants;
  private final HeardKeys heard;
  private final VerifiedTokens verified;
  private final Vertx vertx;
  private final IdentitySettings settings;
  private final AtomicBoolean asking = new AtomicBoolean();
  private long timer;
  private volatile long askedAt;
  private volatile boolean away;

  SigningKeys(
      TenantConfigBean tenants,
      HeardKeys heard,
      VerifiedTokens verified,
      Vertx vertx,
      IdentitySettings settings) {
    this.tenants = tenants;
    this.heard = heard;
    this.verified = verified;
    this.vertx = vertx;
    this.settings = settings;
  }

  void start(@Observes StartupEvent event) {
    var refresh = settings.keysRefresh();
    var tick = refresh.compareTo(UNTIL_FIRST_HEARD) < 0 ? refresh : UNTIL_FIRST_HEARD;
    askedAt = System.nanoTime();
    if (!heard.known()) {
      ask();
    }
    timer =
        vertx.setPeriodic(
            tick.toMillis(),
            it -> {
              if (!heard.known() || System.nanoTime() - askedAt >= refresh.toNanos()) {
                ask();
              }
            });
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  private void ask() {
    if (!asking.compareAndSet(false, true)) {
      return; // a provider that hangs is not asked once more each second
    }
    askedAt = System.nanoTime();
    var tenant = tenants.getDefaultTenant();
    Uni<?> answer =
        tenant.ready()
            // There is no token to verify: this is the one way to make it ask.
            ? tenant.provider().refreshJwksAndVerifyJwtToken("", false, false, null)
            : tenant.initialize();
    answer
        .onFailure(InvalidJwtException.class)
        .recoverWithNull()
        .onTermination()
        .invoke(() -> asking.set(false))
        .subscribe()
        .with(it -> answered(), it -> failed(String.valueOf(it.getMessage())));
  }

  private void answered() {
    verified.forget();
    if (away) {
      away = false;
      LOG.infof("The OpenID provider at %s answers", settings.server());
    }
  }

  private void failed(String why) {
    if (!away) {
      away = true;
      LOG.warnf(
          "The OpenID provider at %s does not answer (%s). Keys that it told before are believed"
              + " for %s; who calls without a token notices nothing",
          settings.server(), why, settings.keysTrusted());
    }
  }
}
