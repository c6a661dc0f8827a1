package duban.local;

import duban.local.part.PostgresPart;
import duban.local.preflight.BeijingTime;
import duban.local.preflight.Refusal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The record must never be told that it is earlier than it already was. */
final class NewestMoment {
  private final PostgresPart postgres;

  NewestMoment(PostgresPart postgres) {
    this.postgres = postgres;
  }

  /**
   * Refuses a start at {@code now} if a service has recorded something later; names the latest of
   * all, so that whoever starts at the time that is asked for is not refused by the next service.
   */
  void check(Instant now) {
    Map<Service, Instant> recorded = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      of(service).filter(now::isBefore).ifPresent(it -> recorded.put(service, it));
    }
    recorded.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(
            latest -> {
              throw new Refusal(
                  "It would be %s in Beijing, but %s-service has recorded until %s; start later, with -Dduban.now=%s or more, or begin anew with -Dduban.fresh."
                      .formatted(
                          BeijingTime.of(now),
                          latest.getKey().key(),
                          BeijingTime.of(latest.getValue()),
                          BeijingTime.of(latest.getValue().plusSeconds(1))));
            });
  }

  private Optional<Instant> of(Service service) {
    try {
      if (!exists(service)) {
        return Optional.empty();
      }
      try (Connection connection = connect(service.database());
          Statement statement = connection.createStatement()) {
        if (single(statement, "select to_regclass('public.newest_moment')::text").isEmpty()) {
          return Optional.empty();
        }
        try (ResultSet row = statement.executeQuery("select max(at) from newest_moment")) {
          row.next();
          return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
              .map(OffsetDateTime::toInstant);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The record of %s-service cannot be read: %s".formatted(service.key(), e.getMessage()),
          e);
    }
  }

  private boolean exists(Service service) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      String query =
          "select datname from pg_database where datname = '%s'".formatted(service.database());
      return single(statement, query).isPresent();
    }
  }

  private static Optional<String> single(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(postgres.superuser(database));
  }
}
