package duban.status.deadline;

/** Told of every newer deadline, in the transaction in which it was read. */
public interface DeadlineChanged {
  /**
   * What is known of it is newer than before.
   *
   * @param isNew whether nothing was known of it before
   */
  void changed(Deadline deadline, boolean isNew);
}
