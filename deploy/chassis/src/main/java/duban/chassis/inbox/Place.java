package duban.chassis.inbox;

import java.time.Instant;
import java.util.Collection;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far partitions were read, kept in the database beside what was read from them. */
public interface Place {

  /** Somebody else has moved a partition on: what was about to be applied must be dropped. */
  final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Lost(Collection<Move> moves) {
      super("Another reader has moved on one of " + moves, null, false, false);
    }
  }

  /**
   * A partition was read on.
   *
   * @param from the offset that is stored
   * @param heardAt the moment of the newest heartbeat on the way, real time
   */
  record Move(TopicPartition partition, long from, long to, @Nullable Instant heardAt) {}

  /** All or, with {@link Lost}, none. Within the transaction of what was read. */
  void move(Collection<Move> moves);
}
