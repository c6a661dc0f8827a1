package duban.status.stream;

import duban.chassis.inbox.Inbox;
import duban.chassis.inbox.TopicIds;
import duban.chassis.loop.Work;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads the topics once for all who listen to this replica. */
@ApplicationScoped
class Live implements Work {

  private static final long BETWEEN_LOOKS = Duration.ofSeconds(5).toNanos();

  private final Map<String, Object> kafka;
  private final Happenings happenings;
  private final Listeners listeners;
  private final Inbox inbox;
  private final Duration heartbeat;
  private final Duration patience;
  private @Nullable Tape tape;
  private @Nullable Admin admin;
  private long lookedAt;
  private long beatAt = System.nanoTime();

  Live(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Happenings happenings,
      Listeners listeners,
      Inbox inbox,
      @ConfigProperty(name = "duban.status.stream.heartbeat") Duration heartbeat,
      @ConfigProperty(name = "duban.status.stream.patience") Duration patience) {
    this.kafka = kafka;
    this.happenings = happenings;
    this.listeners = listeners;
    this.inbox = inbox;
    this.heartbeat = heartbeat;
    this.patience = patience;
  }

  @Override
  public String name() {
    return "stream";
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(200);
  }

  @Override
  public boolean waitsForSettling() {
    return false;
  }

  @Override
  public synchronized boolean round() throws Exception {
    if (System.nanoTime() - beatAt > heartbeat.toNanos()) {
      beatAt = System.nanoTime();
      listeners.beat(patience);
    }
    // Without knowing whose a deadline is, nobody could be told of it who asked for his own.
    if (!inbox.caughtUp()) {
      return false;
    }
    try {
      if (tape == null || System.nanoTime() - lookedAt > BETWEEN_LOOKS) {
        look();
      }
      return tape != null && hear(tape);
    } catch (InvalidOffsetException e) {
      listeners.lost();
      close();
      throw e;
    } catch (InterruptException e) {
      throw e; // closed by who goes round, when nothing interrupts it any more
    } catch (Exception e) {
      close(); // and read on from where everyone is
      throw e;
    }
  }

  private boolean hear(Tape from) throws Exception {
    var records = from.poll();
    if (!listeners.passed(from.position())) {
      listeners.tell(happenings.of(records, from.partitions()), from.position());
    }
    return true; // polling waits already
  }

  /** Whether the topics are still those that were read so far. */
  private void look() throws InterruptedException {
    if (admin == null) {
      admin = Admin.create(kafka);
    }
    var ids = TopicIds.of(admin, Tape.TOPICS);
    lookedAt = System.nanoTime();
    if (ids.keySet().stream().map(it -> it.topic()).distinct().count() < Tape.TOPICS.size()) {
      return; // the relay has not made them yet
    }
    Partitions found = Partitions.of(ids);
    if (tape != null && tape.partitions().mark() == found.mark()) {
      return;
    }
    if (tape != null) {
      tape.close();
    }
    Tape opened = new Tape(kafka, found);
    tape = opened;
    listeners.begin(found, opened.end());
    opened.seek(listeners.now().orElseThrow());
  }

  @Override
  public synchronized void close() {
    if (tape != null) {
      tape.close();
      tape = null;
    }
    if (admin != null) {
      admin.close(Duration.ofSeconds(1));
      admin = null;
    }
  }
}
