package duban.status.chain;

import duban.status.fold.Event;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The end of a measure's chain, held locked by whoever appends to it. */
@Entity
@Table(name = "chain_head")
public class ChainHead {

  @Id
  @Column(name = "measure_id")
  private String measureId;

  @Column private long seq;
  @Column private String hash;

  @Column(name = "recorded_at")
  private @Nullable Instant recordedAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway")
  protected ChainHead() {}

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
