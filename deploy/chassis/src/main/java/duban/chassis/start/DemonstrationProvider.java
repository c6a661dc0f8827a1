package duban.chassis.start;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Whoever signs in there says himself who he is. */
@Singleton
class DemonstrationProvider implements Check {

  /** Whose keys are believed, whatever the issuer is called. */
  private static final String SERVER = "duban.identity.server";

  @Override
  public String name() {
    return "demonstration-provider";
  }

  @Override
  public Optional<String> finding(Config settings) {
    return Stream.of(NoIssuer.ISSUER, SERVER)
        .filter(it -> isDemonstration(Check.given(settings, it)))
        .findFirst()
        .map(
            it ->
                it
                    + " is the demonstration's provider, where anybody may sign in as anybody; name"
                    + " your own provider");
  }

  private static boolean isDemonstration(String address) {
    return address.matches("(?i)[^?#]*/demonstration/*([?#].*)?")
        || address.matches("(?i)https?://(localhost|127[0-9.]+|\\[::1\\])([:/].*)?");
  }
}
