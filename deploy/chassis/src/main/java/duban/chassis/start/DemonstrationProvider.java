package duban.chassis.start;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Whoever signs in there says himself who he is. */
@Singleton
class DemonstrationProvider implements Check {

  @Override
  public String name() {
    return "demonstration-provider";
  }

  @Override
  public Optional<String> finding(Config settings) {
    var issuer = Check.given(settings, NoIssuer.ISSUER);
    return issuer.matches("(?i)[^?#]*/demonstration/*([?#].*)?")
            || issuer.matches("(?i)https?://(localhost|127[0-9.]+|\\[::1\\])([:/].*)?")
        ? Optional.of(
            NoIssuer.ISSUER
                + " is the demonstration's provider, where anybody may sign in as anybody; name"
                + " your own provider")
        : Optional.empty();
  }
}
