package duban.chassis.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose signature was found good with the keys that the provider told last: to check one
 * again costs more than most answers. They are checked anew whenever the provider was asked for its
 * keys, and are never good for longer than they say.
 */
@ApplicationScoped
class VerifiedTokens {

  private static final int MOST = 2_000;

  private final Cache<String, SecurityIdentity> good =
      Caffeine.newBuilder().maximumSize(MOST).build();

  /** Whom the token was found to be of; null if it has to be verified. */
  @Nullable SecurityIdentity of(String token) {
    var identity = good.getIfPresent(token);
    if (identity != null
        && identity.getPrincipal() instanceof JsonWebToken claims
        && claims.getExpirationTime() * 1000 > System.currentTimeMillis()) {
      return identity;
    }
    return null;
  }

  void keep(String token, SecurityIdentity identity) {
    if (identity.getPrincipal() instanceof JsonWebToken claims) {
      // Without what Quarkus adds: the request that brought the token.
      good.put(
          token,
          QuarkusSecurityIdentity.builder()
              .setPrincipal(claims)
              .addRoles(identity.getRoles())
              .build());
    }
  }

  /** The keys may be others now. */
  void forget() {
    good.invalidateAll();
  }
}
