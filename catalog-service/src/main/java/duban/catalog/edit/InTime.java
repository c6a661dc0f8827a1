package duban.catalog.edit;

import duban.chassis.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Does work in a transaction of its own. One that takes longer than a transaction may is rolled
 * back from outside, whatever it is doing then; its caller is told what to change.
 */
@ApplicationScoped
class InTime {
  private static final Logger LOG = Logger.getLogger(InTime.class);

  private final Duration longest;

  InTime(@ConfigProperty(name = "duban.edits.longest") Duration longest) {
    this.longest = longest;
  }

  /**
   * @param trial whether nothing of it is kept
   */
  <T> T transaction(boolean trial, Supplier<T> work) {
    long began = System.nanoTime();
    try {
      T done = transactionOf(trial, work);
      if (trial) {
        expectInTime(began); // What was committed was in time; of a trial nobody else would notice.
      }
      return done;
    } catch (HttpProblem | Refused e) {
      throw e;
    } catch (RuntimeException e) {
      expectInTime(began);
      throw e;
    }
  }

  private <T> T transactionOf(boolean trial, Supplier<T> work) {
    QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout((int) longest.toSeconds()));
    boolean commit = false;
    try {
      T done = work.get();
      commit = !trial;
      return done;
    } finally {
      if (commit) {
        QuarkusTransaction.commit();
      } else {
        QuarkusTransaction.rollback();
      }
    }
  }

  private void expectInTime(long began) {
    if (System.nanoTime() - began < longest.toNanos()) {
      return;
    }
    LOG.warnf("An edit did not end within %s; nothing of it is stored", longest);
    throw Problems.of(
        422,
        "edit-too-long",
        "Unprocessable content",
        "The edit did not end within "
            + longest.toSeconds()
            + " s, so nothing of it is stored; split its rule or its group into smaller ones, and"
            + " make each by an edit of its own",
        Map.of());
  }
}
