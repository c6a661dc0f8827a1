package duban.status.stream;

import duban.chassis.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Everyone who listens to this replica: those who hear at once, and those who catch up. */
@ApplicationScoped
class Listeners {

  private final int most;
  private final Set<Listener> hearing = new LinkedHashSet<>();
  private final Set<Listener> behind = new LinkedHashSet<>();
  private @Nullable Partitions partitions;
  private @Nullable Position now;
  private boolean stopping;

  Listeners(
      @ConfigProperty(name = "duban.status.stream.connections") int most, MeterRegistry metrics) {
    this.most = most;
    metrics.gauge("duban.status.stream.listeners", this, Listeners::count);
  }

  synchronized int count() {
    return hearing.size() + behind.size();
  }

  /** Where everyone who hears at once is; empty before the topics were first found. */
  synchronized Optional<Position> now() {
    return Optional.ofNullable(now).map(Position::copy);
  }

  synchronized Optional<Partitions> partitions() {
    return Optional.ofNullable(partitions);
  }

  /**
   * The topics as they were found. Who listened to others of the same names is cut off: what he
   * heard last means nothing here.
   */
  void begin(Partitions found, Position ends) {
    List<Listener> deceived = List.of();
    synchronized (this) {
      boolean others = partitions != null && partitions.mark() != found.mark();
      if (others) {
        deceived = all();
        hearing.clear();
        behind.clear();
      }
      if (others || now == null) {
        partitions = found;
        now = ends.copy();
      }
    }
    deceived.forEach(Listener::hangUp);
  }

  /** Somebody new. 503 problems if nothing can be heard yet, or too many listen already. */
  synchronized Listener join(
      Optional<Position> from, BiFunction<Position, Integer, Listener> listener) {
    Position present = now;
    Partitions of = partitions;
    if (present == null || of == null || stopping) {
      throw unavailable();
    }
    if (count() >= most) {
      throw refused(
          "too-many-listeners",
          "So many listen already that this replica takes no more (" + most + "); try again");
    }
    Listener newcomer = listener.apply(from.orElse(present).copy(), of.mark());
    (newcomer.covers(present) ? hearing : behind).add(newcomer);
    return newcomer;
  }

  static RuntimeException unavailable() {
    return refused("unavailable", "The topics cannot be read yet; try again");
  }

  private static RuntimeException refused(String type, String detail) {
    return Problems.of(
        503, type, "Service unavailable", detail, Map.of(), Map.of("Retry-After", "5"));
  }

  /** Goes on without reading if nobody hears at once; whoever joins from now on begins there. */
  synchronized boolean passed(Position after) {
    if (hearing.isEmpty()) {
      now = after.copy();
    }
    return hearing.isEmpty();
  }

  /** Who cannot take it all falls behind and reads on at his own pace. */
  synchronized void tell(List<Happening> happened, Position after) {
    for (Listener listener : List.copyOf(hearing)) {
      if (listener.hear(happened)) {
        for (int slot = 0; slot < after.size(); slot++) {
          listener.pass(slot, after.next(slot));
        }
      } else {
        hearing.remove(listener);
        behind.add(listener);
      }
    }
    now = after.copy();
  }

  /** One who is behind and can take more; each comes round. */
  synchronized Optional<Listener> behind() {
    Optional<Listener> next = behind.stream().filter(Listener::hasRoom).findFirst();
    next.ifPresent(
        it -> {
          behind.remove(it);
          behind.add(it);
        });
    return next;
  }

  /** From now on he hears at once, if he has caught up. */
  synchronized boolean caughtUp(Listener listener) {
    if (now == null || !behind.contains(listener) || !listener.covers(now)) {
      return false;
    }
    behind.remove(listener);
    hearing.add(listener);
    return true;
  }

  synchronized void remove(Listener listener) {
    hearing.remove(listener);
    behind.remove(listener);
  }

  private synchronized List<Listener> all() {
    List<Listener> all = new ArrayList<>(hearing);
    all.addAll(behind);
    return all;
  }

  /** A sign of life to all; who takes nothing any more is cut off, and may come back. */
  void beat(Duration patience) {
    for (Listener listener : all()) {
      if (listener.stuckFor(patience)) {
        listener.hangUp();
        remove(listener);
      } else {
        listener.beat();
      }
    }
  }

  /** What was read up to cannot be read on from: they come back, and are told so. */
  void lost() {
    synchronized (this) {
      now = null;
    }
    all().forEach(Listener::hangUp);
  }

  /** Before Quarkus waits for open requests, of which these would never end. */
  void stop(@Observes ShutdownDelayInitiatedEvent event) {
    synchronized (this) {
      stopping = true;
    }
    all().forEach(Listener::end);
  }
}
