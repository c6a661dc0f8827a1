package duban.local;

import duban.local.origin.RunningState;
import duban.local.part.Supervised;
import duban.local.preflight.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What has been started so far. Stopping may come at any moment, also in the middle of a start;
 * from then on nothing more is started.
 */
final class Running {
  private static final Duration SERVICE_PATIENCE = Duration.ofSeconds(6);
  private static final Duration BACKBONE_PATIENCE = Duration.ofSeconds(3);

  private final Consumer<String> say;
  private final Deque<AutoCloseable> pages = new ArrayDeque<>();
  private final Deque<Supervised> backbone = new ArrayDeque<>();
  private final List<Supervised> services = new ArrayList<>();
  private final Object ending = new Object();
  private boolean stopping;

  Running(Consumer<String> say) {
    this.say = say;
  }

  synchronized <T extends AutoCloseable> T page(T page) {
    mayStart();
    pages.push(page);
    return page;
  }

  synchronized Supervised backbone(Supervised part) {
    mayStart();
    backbone.push(part);
    return part;
  }

  synchronized Supervised service(Supervised part) {
    mayStart();
    services.add(part);
    return part;
  }

  private void mayStart() {
    if (stopping) {
      throw new Refusal("Stopped before everything was started.");
    }
  }

  /** Ends a service for good; another process may take its name afterwards. */
  void leave(String name) {
    Supervised part = part(name);
    part.stop(SERVICE_PATIENCE);
    synchronized (this) {
      services.remove(part);
    }
  }

  void halt(String name) {
    Supervised part = part(name);
    part.halt(SERVICE_PATIENCE);
  }

  synchronized Supervised part(String name) {
    return all().stream()
        .filter(supervised -> supervised.part().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no part " + name));
  }

  synchronized List<RunningState.PartState> states() {
    return all().stream()
        .map(
            supervised ->
                new RunningState.PartState(
                    supervised.part().title(), supervised.part().port(), supervised.state().name()))
        .toList();
  }

  private List<Supervised> all() {
    List<Supervised> all = new ArrayList<>();
    backbone.descendingIterator().forEachRemaining(all::add);
    all.addAll(services);
    return all;
  }

  /** The services first, all at once; then what they stand on; the pages at the very end. */
  void stop() {
    synchronized (this) {
      stopping = true;
    }
    // Whoever comes second waits until everything has stopped, and finds nothing to do.
    synchronized (ending) {
      List<Thread> endings =
          services.stream()
              .map(service -> new Thread(() -> stop(service, SERVICE_PATIENCE)))
              .toList();
      endings.forEach(Thread::start);
      endings.forEach(Running::join);
      backbone.forEach(part -> stop(part, BACKBONE_PATIENCE));
      pages.forEach(this::close);
      synchronized (this) {
        services.clear();
        backbone.clear();
        pages.clear();
      }
    }
  }

  private void stop(Supervised part, Duration patience) {
    try {
      part.stop(patience);
    } catch (RuntimeException e) {
      // The others must still be stopped.
      say.accept("%s did not stop: %s".formatted(part.part().title(), e.getMessage()));
    }
  }

  private void close(AutoCloseable page) {
    try {
      page.close();
    } catch (Exception e) {
      say.accept("A page did not close: " + e.getMessage());
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
