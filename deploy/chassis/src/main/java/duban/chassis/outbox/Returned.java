package duban.chassis.outbox;

import duban.chassis.inbox.InboundRecord;

/**
 * Takes back what this service sent into a topic of its own and its database no longer knows,
 * because it was restored from a backup. A bean a topic.
 */
public interface Returned {

  String topic();

  /**
   * In the running transaction. Records come in the order of their partition, without heartbeats;
   * what is known already comes too, after a crash, and must change nothing.
   *
   * @throws duban.chassis.inbox.UnacceptableRecord if it contradicts what is stored: it becomes a
   *     dead letter
   */
  void take(InboundRecord record);
}
