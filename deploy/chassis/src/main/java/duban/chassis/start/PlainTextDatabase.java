package duban.chassis.start;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;

/**
 * On an open network whoever listens reads names, notes and files, which travel nowhere else. What
 * the driver does by itself is not enough: it asks for TLS, and goes on without it if somebody
 * answers that there is none.
 */
@Singleton
class PlainTextDatabase implements Check {

  private static final String URL = "quarkus.datasource.jdbc.url";
  private static final String MORE = "quarkus.datasource.jdbc.additional-jdbc-properties.";

  @Override
  public String name() {
    return "plain-text-database";
  }

  @Override
  public Optional<String> finding(Config settings) {
    var mode = mode(settings);
    return mode.requireEncryption() || Check.given(settings, "duban.network").equals("closed")
        ? Optional.empty()
        : Optional.of(
            "sslmode in "
                + URL
                + " is "
                + mode.name().toLowerCase(Locale.ROOT)
                + ", with which anybody on the network can read what is stored; set verify-full,"
                + " or duban.network=closed if nobody else can reach the way to PostgreSQL");
  }

  /** As the driver will understand it: what the address says wins. */
  private static SslMode mode(Config settings) {
    var more = new Properties();
    for (var property : new PGProperty[] {PGProperty.SSL, PGProperty.SSL_MODE}) {
      settings
          .getOptionalValue(MORE + property.getName(), String.class)
          .ifPresent(it -> property.set(more, it));
    }
    try {
      var all = Driver.parseURL(Check.given(settings, URL), more);
      return all == null ? SslMode.PREFER : SslMode.of(all);
    } catch (PSQLException unknownMode) {
      return SslMode.PREFER;
    }
  }
}
