package duban.chassis.outbox;

/** Sends the whole content of one of this service's own topics again. A bean a topic. */
public interface Republished {

  String topic();

  /**
   * Writes it to the {@link Outbox} in the running transaction, which keeps everybody else from
   * writing there: the newest snapshot of each key with its version as it is, or, where everything
   * is kept for good, every event in its order with its exact stored bytes.
   *
   * @return how many records
   */
  long republish();
}
