package duban.chassis.outbox;

import duban.chassis.sql.LongWork;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Sends topics again as a whole, in place of whatever of them still waited. */
@ApplicationScoped
class Republication {

  private static final Logger LOG = Logger.getLogger(Republication.class);

  private final AgroalDataSource database;
  private final RelayWaker waker;
  private final List<Republished> contents;

  Republication(AgroalDataSource database, RelayWaker waker, @All List<Republished> contents) {
    this.database = database;
    this.waker = waker;
    this.contents = contents;
  }

  /** The topics that can be sent again. */
  Set<String> topics() {
    return contents.stream().map(Republished::topic).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Notes that all of them are wanted; the relay that holds the lock does it. */
  void want() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              topics()
                  .forEach(
                      topic ->
                          run(
                              "INSERT INTO republication (topic) VALUES (?) ON CONFLICT DO NOTHING",
                              topic));
              waker.afterCommit();
            });
  }

  /** In the relay's thread, so that nothing of the topic is under way. */
  void republish(Set<String> wanted) {
    contents.stream().filter(it -> wanted.contains(it.topic())).forEach(this::republish);
  }

  private void republish(Republished content) {
    var records =
        QuarkusTransaction.requiringNew()
            .timeout(600)
            .call(
                () -> {
                  takeTime();
                  // Whoever is writing a change has ended then, and what it changed is seen below:
                  // its row cannot come before those of older changes.
                  run("LOCK TABLE outbox IN EXCLUSIVE MODE");
                  run("DELETE FROM outbox WHERE topic = ?", content.topic());
                  run("DELETE FROM republication WHERE topic = ?", content.topic());
                  return content.republish();
                });
    LOG.infof("%s is sent again: %d records", content.topic(), records);
  }

  private void takeTime() {
    try (var connection = database.getConnection()) {
      LongWork.allow(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox cannot be made anew", e);
    }
  }

  private void run(String sql, String... parameters) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox cannot be made anew", e);
    }
  }
}
