package duban.chassis.identity;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stands before Quarkus's own mechanism, which would take a malformed header for none, and would
 * ask a provider that is away once for each request.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class BearerTokens implements HttpAuthenticationMechanism {

  private static final Pattern BEARER =
      Pattern.compile("Bearer [A-Za-z0-9._~+/=-]+", Pattern.CASE_INSENSITIVE);

  private final OidcAuthenticationMechanism oidc;
  private final HeardKeys keys;
  private final VerifiedTokens verified;

  BearerTokens(OidcAuthenticationMechanism oidc, HeardKeys keys, VerifiedTokens verified) {
    this.oidc = oidc;
    this.keys = keys;
    this.verified = verified;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    var given = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    if (given.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    var header = given.get(0);
    var known = given.size() == 1 && keys.known() ? verified.of(header) : null;
    if (known != null) {
      return Uni.createFrom().item(known);
    }
    if (given.size() > 1 || !BEARER.matcher(header).matches()) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    if (!keys.known()) {
      return Uni.createFrom().failure(new AuthenticationFailedException(new KeysNotKnown()));
    }
    return oidc.authenticate(request, identities)
        .onItem()
        .ifNotNull()
        .invoke(it -> verified.keep(header, it));
  }

  /** Quarkus's own would ask the provider. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    var failure = HttpSecurityUtils.getAuthenticationFailureFromEvent(request);
    return Uni.createFrom()
        .item(
            failure != null && failure.getCause() instanceof KeysNotKnown
                ? new ChallengeData(HttpResponseStatus.SERVICE_UNAVAILABLE.code())
                : new ChallengeData(
                    HttpResponseStatus.UNAUTHORIZED.code(),
                    HttpHeaderNames.WWW_AUTHENTICATE,
                    "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
  }
}
