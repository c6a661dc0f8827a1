package duban.status.stream;

import duban.chassis.inbox.Inbox;
import duban.chassis.loop.Work;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Reads for those who are behind, one after the other, as much as each can take. */
@ApplicationScoped
class Backlog implements Work {

  /** It goes from one listener's place to another's, and nobody is to wait for the last. */
  private static final Duration WAIT = Duration.ofMillis(50);

  private final Map<String, Object> kafka;
  private final Happenings happenings;
  private final Listeners listeners;
  private final Inbox inbox;
  private @Nullable Tape tape;

  Backlog(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Happenings happenings,
      Listeners listeners,
      Inbox inbox) {
    this.kafka = kafka;
    this.happenings = happenings;
    this.listeners = listeners;
    this.inbox = inbox;
  }

  @Override
  public String name() {
    return "stream-backlog";
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(50);
  }

  @Override
  public boolean waitsForSettling() {
    return false;
  }

  @Override
  public synchronized boolean round() throws Exception {
    Optional<Listener> next = inbox.caughtUp() ? listeners.behind() : Optional.empty();
    if (next.isEmpty()) {
      return false;
    }
    try {
      read(next.get());
      return true;
    } catch (InvalidOffsetException e) {
      next.get().hangUp();
      close();
      return true;
    } catch (InterruptException e) {
      throw e; // closed by who goes round, when nothing interrupts it any more
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  private void read(Listener listener) throws Exception {
    Tape from = tape();
    Position start = start(listener, from.partitions());
    from.seek(start);
    while (!listeners.caughtUp(listener) && listener.hasRoom()) {
      var records = from.poll();
      if (!listener.hear(happenings.of(records, from.partitions()))) {
        return;
      }
      Position reached = from.position();
      for (int slot = 0; slot < reached.size(); slot++) {
        listener.pass(slot, reached.next(slot));
      }
      if (records.isEmpty()) {
        listeners.caughtUp(listener);
        return;
      }
    }
  }

  private static Position start(Listener listener, Partitions partitions) {
    long[] next = new long[partitions.size()];
    for (int slot = 0; slot < next.length; slot++) {
      next[slot] = listener.next(slot);
    }
    return Position.at(next);
  }

  private Tape tape() {
    Partitions present = listeners.partitions().orElseThrow();
    if (tape == null || tape.partitions().mark() != present.mark()) {
      close();
      tape = new Tape(kafka, present, WAIT);
    }
    return tape;
  }

  @Override
  public synchronized void close() {
    if (tape != null) {
      tape.close();
      tape = null;
    }
  }
}
