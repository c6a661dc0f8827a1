package duban.chassis.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Wakes the relay, wherever it runs, by at most one NOTIFY in 20 ms. Never in the business
 * transaction: NOTIFY takes a global lock at commit and costs more than half of the throughput.
 */
@ApplicationScoped
class RelayWaker {

  static final String CHANNEL = "duban_outbox";
  private static final Logger LOG = Logger.getLogger(RelayWaker.class);

  private final AgroalDataSource database;
  private final TransactionSynchronizationRegistry transactions;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "duban-relay-waker");
            thread.setDaemon(true);
            return thread;
          });

  RelayWaker(AgroalDataSource database, TransactionSynchronizationRegistry transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  /** Once a transaction, however many rows it wrote. */
  void afterCommit() {
    if (transactions.getResource(RelayWaker.class) != null) {
      return;
    }
    transactions.putResource(RelayWaker.class, true);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              wake();
            }
          }
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the relay also polls: a lost wake costs a second
  private void wake() {
    if (waiting.compareAndSet(false, true)) {
      try {
        timer.schedule(this::tell, 20, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        LOG.debug("Not woken: the service is stopping", e);
      }
    }
  }

  private void tell() {
    waiting.set(false);
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("NOTIFY " + CHANNEL);
    } catch (SQLException e) {
      LOG.debug("Not woken: the relay will poll", e);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
  }
}
