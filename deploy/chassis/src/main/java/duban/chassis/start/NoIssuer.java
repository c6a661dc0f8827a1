package duban.chassis.start;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Without one nobody can sign in, or nobody has to. */
@Singleton
class NoIssuer implements Check {

  static final String ISSUER = "duban.identity.issuer";

  @Override
  public String name() {
    return "no-issuer";
  }

  @Override
  public Optional<String> finding(Config settings) {
    return Check.given(settings, ISSUER).isEmpty()
        ? Optional.of(
            ISSUER
                + " is not set; name the OpenID provider that callers sign in with, such as"
                + " https://id.example.org/realms/duban")
        : Optional.empty();
  }
}
