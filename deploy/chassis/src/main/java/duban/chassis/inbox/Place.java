package duban.chassis.inbox;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far a partition was read, kept in the database beside what was read from it. */
public interface Place {

  /** Somebody else has moved this partition on: what was about to be applied must be dropped. */
  final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Lost(TopicPartition partition) {
      super("Another reader has moved " + partition + " on", null, false, false);
    }
  }

  /**
   * Within the transaction of what was read. Throws {@link Lost} if {@code from} is no longer true.
   *
   * @param heardAt the moment of the newest heartbeat on the way, real time
   */
  void move(TopicPartition partition, long from, long to, @Nullable Instant heardAt);
}
