package duban.chassis.inbox;

/** Applies one type of event of one topic to this service's copy. A CDI bean. */
public interface Reader {

  String topic();

  /** The CloudEvents type with its version, such as {@code duban.deadline.v1}. */
  String type();

  /**
   * Runs in the transaction in which the offset moves too. A record may come twice, late or
   * replayed: apply it only if it is newer than what is there.
   *
   * @throws UnacceptableRecord if it will never be applied
   */
  void read(InboundRecord record);
}
