package duban.local.signin;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/** What stands in a token of an account. */
final class AccountTokens implements OAuth2TokenCallback {
  private static final Duration LIFE = Duration.ofHours(1);

  @Override
  public String issuerId() {
    return Provider.NAME;
  }

  /** Of a program; for who signed in on the page the library takes the name given there. */
  @Override
  public String subject(TokenRequest request) {
    return client(request).key();
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return "JWT";
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return Account.audience();
  }

  /** Of a program; for who signed in on the page {@link Guard} gives them to the library. */
  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    return request.getAuthorizationGrant().getType().equals(GrantType.CLIENT_CREDENTIALS)
        ? client(request).claims()
        : Map.of();
  }

  @Override
  public long tokenExpiry() {
    return LIFE.toSeconds();
  }

  private static Account client(TokenRequest request) {
    var authentication = request.getClientAuthentication();
    var id = authentication == null ? request.getClientID() : authentication.getClientID();
    if (id == null
        || !request.getAuthorizationGrant().getType().equals(GrantType.CLIENT_CREDENTIALS)) {
      // A refresh token that the library does not know ends here.
      throw new OAuth2Exception(OAuth2Error.INVALID_GRANT, "nobody signed in with this");
    }
    return Account.of(id.getValue())
        .orElseThrow(() -> new OAuth2Exception(OAuth2Error.INVALID_CLIENT, "unknown client"));
  }
}
