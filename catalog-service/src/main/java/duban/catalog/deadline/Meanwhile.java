package duban.catalog.deadline;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ThreadContext;

/**
 * Lets PostgreSQL write one piece while the next one is reckoned, in the caller's transaction. A
 * transaction has one connection: until the work has ended, the caller must not touch it.
 */
@ApplicationScoped
class Meanwhile {
  private final ThreadContext context =
      ThreadContext.builder()
          .propagated(ThreadContext.TRANSACTION, ThreadContext.CDI)
          .cleared(ThreadContext.ALL_REMAINING)
          .build();

  /** Not those of the requests: all of them may wait for the lock that the caller holds. */
  private final ExecutorService threads = Executors.newCachedThreadPool(Meanwhile::thread);

  @PreDestroy
  void stop() {
    threads.shutdown();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "duban-meanwhile");
    thread.setDaemon(true);
    return thread;
  }

  /** Does the work, and the other beside it; what the other gave when both have ended. */
  <T> T during(Runnable work, Supplier<T> other) {
    CompletableFuture<Void> working =
        CompletableFuture.runAsync(context.contextualRunnable(work), threads);
    T given;
    try {
      given = other.get();
    } catch (RuntimeException | Error e) {
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
