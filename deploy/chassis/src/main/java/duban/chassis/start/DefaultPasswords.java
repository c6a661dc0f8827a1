package duban.chassis.start;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Passwords that stand in this repository, or that everybody would try first. */
@Singleton
class DefaultPasswords implements Check {

  private static final Set<String> TRIED_FIRST =
      Set.of(
          "demonstration",
          "duban",
          "postgres",
          "password",
          "changeme",
          "change-me",
          "secret",
          "admin",
          "test",
          "123456");

  @Override
  public String name() {
    return "default-password";
  }

  @Override
  public Optional<String> finding(Config settings) {
    var found =
        List.of("quarkus.datasource", "quarkus.flyway", "duban.smtp").stream()
            .filter(it -> !it.equals("quarkus.flyway") || migrates(settings))
            .filter(it -> isDefault(settings, it))
            .map(it -> it + ".password")
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(" and ", found)
                + (found.size() == 1 ? " is a default" : " are defaults")
                + " that everybody knows; give the role another password, and name it here");
  }

  @Override
  public boolean ofMigrations() {
    return true;
  }

  /** Only then does this process sign in as the owner. */
  private static boolean migrates(Config settings) {
    return settings
        .getOptionalValue("quarkus.flyway.migrate-at-start", Boolean.class)
        .orElse(false);
  }

  private static boolean isDefault(Config settings, String prefix) {
    var password = Check.given(settings, prefix + ".password").toLowerCase(Locale.ROOT);
    var user = Check.given(settings, prefix + ".username").toLowerCase(Locale.ROOT);
    return !password.isEmpty() && (password.equals(user) || TRIED_FIRST.contains(password));
  }
}
