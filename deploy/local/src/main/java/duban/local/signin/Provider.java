package duban.local.signin;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID provider for one machine. It is a library for tests, which believes everybody; {@link
 * Guard} stands before it.
 */
public final class Provider implements AutoCloseable {
  static final String NAME = "demonstration";

  private final NettyWrapper server;

  private Provider(NettyWrapper server) {
    this.server = server;
  }

  /** Starts it on 127.0.0.1. */
  public static Provider start(int port) {
    // Without keys of our own it would sign with one that lies in its jar, for all to see.
    var keys = new KeyProvider(List.of(), JWSAlgorithm.RS256.getName());
    var server = new NettyWrapper();
    var library =
        new OAuth2HttpRequestHandler(
            new OAuth2Config(
                true,
                null,
                null,
                true,
                new OAuth2TokenProvider(keys),
                Set.of(new AccountTokens()),
                server));
    server.start(
        InetAddress.getLoopbackAddress(), port, new Guard(port, library.getAuthorizationServer()));
    return new Provider(server);
  }

  /** To the letter as it stands in its tokens. */
  public static String issuer(int port) {
    return "http://localhost:" + port + "/" + NAME;
  }

  @Override
  public void close() {
    server.stop();
  }
}
