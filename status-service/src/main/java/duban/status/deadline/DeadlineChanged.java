package duban.status.deadline;

import java.util.Map;

/** Told of every newer deadline, in the transaction in which it was read. */
public interface DeadlineChanged {
  /**
   * What is known of these is newer than before.
   *
   * @param isNew whether nothing was known of it before
   */
  void changed(Map<Deadline, Boolean> isNew);
}
