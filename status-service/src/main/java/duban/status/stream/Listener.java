package duban.status.stream;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One open connection. What it is to hear waits in a queue of its own until the connection has
 * taken what came before; no thread waits with it.
 */
final class Listener implements Flow.Publisher<OutboundSseEvent>, Flow.Subscription {

  /** So many wait at most; who is full reads on at its own pace. */
  static final int MOST_WAITING = 1_000;

  private static final long TRY_AGAIN_AFTER_MILLIS = 2_000;

  /** What the connection is. */
  record Line(
      Supplier<OutboundSseEvent.Builder> events, Runnable hangUp, Consumer<Listener> gone) {}

  private final Line line;
  private final Wanted wanted;
  private final Position position;
  private final int mark;
  private final Deque<OutboundSseEvent> waiting = new ArrayDeque<>();

  private Flow.@Nullable Subscriber<? super OutboundSseEvent> subscriber;
  private long demand;
  private long movedAt = System.nanoTime();
  private boolean sending;
  private boolean ending;
  private boolean ended;

  Listener(Line line, Wanted wanted, Position from, int mark) {
    this.line = line;
    this.wanted = wanted;
    this.position = from;
    this.mark = mark;
    waiting.add(sign().reconnectDelay(TRY_AGAIN_AFTER_MILLIS).build());
  }

  /**
   * Hears what happened, in this order.
   *
   * @return false if it is full; then it has heard up to its {@link #next}
   */
  boolean hear(List<Happening> happened) {
    synchronized (this) {
      if (ending) {
        return true;
      }
      for (Happening it : happened) {
        if (position.before(it.slot(), it.offset())) {
          if (waiting.size() >= MOST_WAITING) {
            return false;
          }
          boolean wants = wanted.is(it); // before it is passed: it may fail, and comes again
          position.pass(it.slot(), it.offset() + 1);
          if (wants) {
            waiting.add(
                line.events().get().id(id()).name(it.kind().event()).data(it.data()).build());
          }
        }
      }
    }
    send();
    return true;
  }

  /** Nothing that it would want lies before this. */
  synchronized void pass(int slot, long to) {
    position.pass(slot, to);
  }

  synchronized long next(int slot) {
    return position.next(slot);
  }

  synchronized boolean covers(Position other) {
    return position.covers(other);
  }

  synchronized boolean hasRoom() {
    return waiting.size() <= MOST_WAITING / 2;
  }

  /** A sign of life, with the place up to which nothing is missing. */
  void beat() {
    synchronized (this) {
      if (waiting.isEmpty()) {
        waiting.add(sign().build());
      }
    }
    send();
  }

  /** Whether the connection has taken nothing for so long, although something was to be taken. */
  synchronized boolean stuckFor(Duration patience) {
    return demand == 0 && System.nanoTime() - movedAt > patience.toNanos();
  }

  void hangUp() {
    line.hangUp().run();
  }

  /** Says what it has to say, and no more. */
  void end() {
    synchronized (this) {
      ending = true;
    }
    send();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super OutboundSseEvent> newcomer) {
    synchronized (this) {
      subscriber = newcomer;
    }
    newcomer.onSubscribe(this);
  }

  @Override
  public void request(long more) {
    synchronized (this) {
      demand += more;
      movedAt = System.nanoTime();
    }
    send();
  }

  @Override
  public void cancel() {
    synchronized (this) {
      ended = true;
    }
    line.gone().accept(this);
  }

  /** As much as the connection takes now; what comes meanwhile is sent by who sends already. */
  private void send() {
    while (true) {
      Flow.Subscriber<? super OutboundSseEvent> to;
      OutboundSseEvent next;
      synchronized (this) {
        to = subscriber;
        if (to == null || sending || ended) {
          return;
        }
        if (demand > 0 && !waiting.isEmpty()) {
          next = waiting.remove();
          demand--;
          movedAt = System.nanoTime();
        } else if (ending && waiting.isEmpty()) {
          next = null;
          ended = true;
        } else {
          return;
        }
        sending = true;
      }
      if (next == null) {
        to.onComplete();
        line.gone().accept(this);
      } else {
        to.onNext(next);
      }
      synchronized (this) {
        sending = false;
      }
    }
  }

  private OutboundSseEvent.Builder sign() {
    return line.events().get().comment("").id(id());
  }

  private String id() {
    return position.id(mark);
  }
}
