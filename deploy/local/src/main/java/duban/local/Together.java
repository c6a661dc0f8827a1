package duban.local;

import duban.local.preflight.Refusal;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Several things at once. The first that fails is the answer; the others are not waited for. */
final class Together {
  private Together() {}

  static void run(List<Runnable> work) {
    ExecutorService threads = Executors.newCachedThreadPool();
    var results = new ExecutorCompletionService<Void>(threads);
    work.forEach(one -> results.submit(one, null));
    threads.shutdown();
    work.forEach(one -> awaitNext(results));
  }

  private static void awaitNext(ExecutorCompletionService<Void> results) {
    try {
      results.take().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while the services were starting.", e);
    }
  }
}
