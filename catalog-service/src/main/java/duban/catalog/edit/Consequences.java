package duban.catalog.edit;

/** Makes the deadlines again after what they are made of has changed. */
public interface Consequences {

  /**
   * In the running transaction.
   *
   * @param confirmed whether deadlines may be withdrawn to which something happened; otherwise a
   *     problem {@code confirmation-needed} names them
   */
  DeadlineChanges make(Cause cause, boolean confirmed);
}
