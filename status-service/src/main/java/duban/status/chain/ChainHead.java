package duban.status.chain;

import duban.status.fold.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The end of a measure's chain, held locked by whoever appends to it. */
public final class ChainHead {

  private final String measureId;
  private long seq;
  private String hash;
  private @Nullable Instant recordedAt;

  ChainHead(String measureId, long seq, String hash, @Nullable Instant recordedAt) {
    this.measureId = measureId;
    this.seq = seq;
    this.hash = hash;
    this.recordedAt = recordedAt;
  }

  /**
   * Gives the event its place: number, hash of the one before it, and moment. Moments never go back
   * within a chain, even if the clock does.
   */
  public Sealed seal(Event event, Instant now) {
    Instant moment = recordedAt != null && now.isBefore(recordedAt) ? recordedAt : now;
    Sealed sealed = Sealed.of(event.linked(seq + 1, hash, moment));
    seq = sealed.event().seq();
    hash = sealed.hash();
    recordedAt = moment;
    return sealed;
  }

  /** Takes an event that already has its place; false if that is not the next one here. */
  boolean take(Sealed sealed) {
    Event event = sealed.event();
    if (event.seq() != seq + 1 || !event.previous().equals(hash)) {
      return false;
    }
    seq = event.seq();
    hash = sealed.hash();
    recordedAt = event.recordedAt();
    return true;
  }

  boolean endsWith(long lastSeq, String lastHash) {
    return seq == lastSeq && hash.equals(lastHash);
  }

  @Override
  public String toString() {
    return measureId + " " + seq;
  }
}
