package duban.local.signin;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import no.nav.security.mock.oauth2.token.KeyProvider;

/** The private keys that anybody can read in the library's jar. */
final class OAuth2Keys {
  private OAuth2Keys() {}

  static List<JWK> inTheJar() throws IOException, ParseException {
    try (var keys = KeyProvider.class.getResourceAsStream(KeyProvider.INITIAL_KEYS_FILE)) {
      return JWKSet.load(keys).getKeys();
    }
  }
}
