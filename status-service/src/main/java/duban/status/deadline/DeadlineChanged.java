package duban.status.deadline;

/** Told of every newer deadline, in the transaction in which it was read. */
public interface DeadlineChanged {
  void changed(Deadline deadline);
}
