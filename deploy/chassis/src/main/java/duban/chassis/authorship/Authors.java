package duban.chassis.authorship;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duban.chassis.identity.Caller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The names of those who wrote, as their tokens last said; erased by deleting their row. */
@ApplicationScoped
public class Authors {

  private static final String CALLED =
      """
      INSERT INTO author (actor, name) VALUES (?, ?)
      ON CONFLICT (actor) DO UPDATE SET name = excluded.name WHERE author.name <> excluded.name
      """;
  private static final String NAMES = "SELECT actor, name FROM author WHERE actor = ANY (?)";
  private static final int MOST = 10_000;

  private final AgroalDataSource database;
  private final TransactionSynchronizationRegistry transactions;
  private final Cache<String, String> kept =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).maximumSize(MOST).build();

  Authors(AgroalDataSource database, TransactionSynchronizationRegistry transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  /** Keeps the name of who writes, in the present transaction. */
  public void called(Caller caller) {
    var name = caller.name();
    if (name == null || caller.anonymous() || name.equals(kept.getIfPresent(caller.actor()))) {
      return;
    }
    try (var connection = database.getConnection();
        var called = connection.prepareStatement(CALLED)) {
      called.setString(1, caller.actor());
      called.setString(2, name);
      called.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The name of who writes cannot be kept", e);
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Nothing is certain yet.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              kept.put(caller.actor(), name);
            }
          }
        });
  }

  /** By actor; those that are not known, or not any more, are left out. */
  public Map<String, String> names(Collection<String> actors) {
    if (actors.isEmpty()) {
      return Map.of();
    }
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(NAMES)) {
      select.setArray(1, connection.createArrayOf("text", actors.toArray()));
      Map<String, String> names = new HashMap<>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          names.put(rows.getString(1), rows.getString(2));
        }
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException("The names of who wrote cannot be read", e);
    }
  }
}
