package duban.catalog.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/**
 * Lets PostgreSQL write one piece while the next one is reckoned, in the caller's transaction. A
 * transaction has one connection: until the work has ended, the caller must not touch it.
 */
@ApplicationScoped
class Meanwhile {
  private final ManagedExecutor executor =
      ManagedExecutor.builder()
          .propagated(ThreadContext.TRANSACTION, ThreadContext.CDI)
          .cleared(ThreadContext.ALL_REMAINING)
          .build();

  /** Does the work, and the other beside it; what the other gave when both have ended. */
  <T> T during(Runnable work, Supplier<T> other) {
    CompletableFuture<Void> working = executor.runAsync(work);
    T given;
    try {
      given = other.get();
    } catch (RuntimeException e) {
      working.exceptionally(ignored -> null).join();
      throw e;
    }
    end(working);
    return given;
  }

  private static void end(CompletableFuture<Void> working) {
    try {
      working.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
