package duban.e2e;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The same with several at once: one after the other they would be waited for in turn. */
final class Together {

  private Together() {}

  /** Returns when all are done. */
  static <T> void of(List<T> several, Consumer<T> work) {
    var all = several.stream().map(it -> CompletableFuture.runAsync(() -> work.accept(it)));
    all.toList().forEach(CompletableFuture::join);
  }
}
