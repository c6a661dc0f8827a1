package duban.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A service is ready before it has heard what another one says at its own start, such as the
 * catalogue that was just loaded. Whoever is told that everything is up would find half of it.
 */
final class FirstReading {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final String SPEAKS = "select to_regclass('public.outbox') is not null";
  private static final String WAITS = "select exists (select from outbox)";
  private static final String SENT = "select topic, partition, next_offset from relayed";

  private static final String BEHIND =
      """
      select exists (
        select from consumed c join unnest(?::text[], ?::int[], ?::bigint[]) as s(topic, partition, next)
          using (topic, partition)
        where c.next_offset < s.next)
      """;

  /** Up to where a service has sent a partition. */
  private record Sent(String topic, int partition, long next) {}

  private final Function<Service, String> databases;
  private final Consumer<String> say;

  /**
   * @param databases the JDBC address of each service's database
   */
  FirstReading(Function<Service, String> databases, Consumer<String> say) {
    this.databases = databases;
    this.say = say;
  }

  /**
   * Returns when each service has read what the others had said. Catalog comes first: what it says
   * makes the others speak.
   *
   * @param patience after which everything goes on all the same, with a sentence
   */
  void await(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (Service speaker : Service.values()) {
        while (!heard(speaker)) {
          if (System.nanoTime() - end > 0) {
            say.accept("not all that %s-service says has been read yet".formatted(speaker.key()));
            return;
          }
          Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new IllegalStateException("How far the services have read cannot be seen", e);
    }
  }

  private boolean heard(Service speaker) throws SQLException {
    List<Sent> sent = new ArrayList<>();
    try (Connection connection = connect(speaker);
        var statement = connection.createStatement()) {
      if (!is(statement, SPEAKS)) {
        return true;
      }
      // First, for what is sent leaves the outbox in the transaction that notes how far it was
      // sent.
      if (is(statement, WAITS)) {
        return false;
      }
      try (var rows = statement.executeQuery(SENT)) {
        while (rows.next()) {
          sent.add(new Sent(rows.getString(1), rows.getInt(2), rows.getLong(3)));
        }
      }
    }
    for (Service listener : Service.values()) {
      if (listener != speaker && !sent.isEmpty() && isBehind(listener, sent)) {
        return false;
      }
    }
    return true;
  }

  private static boolean is(Statement statement, String question) throws SQLException {
    try (var row = statement.executeQuery(question)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** In the topics that it reads at all. */
  private boolean isBehind(Service listener, List<Sent> sent) throws SQLException {
    try (Connection connection = connect(listener);
        var behind = connection.prepareStatement(BEHIND)) {
      behind.setArray(
          1, connection.createArrayOf("text", sent.stream().map(Sent::topic).toArray()));
      behind.setArray(
          2, connection.createArrayOf("int4", sent.stream().map(Sent::partition).toArray()));
      behind.setArray(3, connection.createArrayOf("int8", sent.stream().map(Sent::next).toArray()));
      try (var row = behind.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private Connection connect(Service service) throws SQLException {
    return DriverManager.getConnection(databases.apply(service));
  }
}
