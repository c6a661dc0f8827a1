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

  /**
   * @param until milliseconds since 1970
   */
  private record Kept(SecurityIdentity identity, long until) {}

  private final Cache<String, Kept> good = Caffeine.newBuilder().maximumSize(MOST).build();

  /**
   * Whom the token was found to be of; null if it has to be verified.
   *
   * @param header in which the token came: what is not told apart needs not be taken apart
   */
  @Nullable SecurityIdentity of(String header) {
    var kept = good.getIfPresent(header);
    return kept != null && kept.until > System.currentTimeMillis() ? kept.identity : null;
  }

  void keep(String header, SecurityIdentity identity) {
    if (identity.getPrincipal() instanceof JsonWebToken claims) {
      // Without what Quarkus adds: the request that brought the token.
      var bare =
          QuarkusSecurityIdentity.builder()
              .setPrincipal(claims)
              .addRoles(identity.getRoles())
              .build();
      good.put(header, new Kept(bare, claims.getExpirationTime() * 1000));
    }
  }

  /** The keys may be others now. */
  void forget() {
    good.invalidateAll();
  }
}
