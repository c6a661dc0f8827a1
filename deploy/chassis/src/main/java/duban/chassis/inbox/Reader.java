package duban.chassis.inbox;

import java.util.List;

/**
 * Applies one type of event of one topic to this service's copy. A CDI bean.
 *
 * @param <T> what such an event says
 */
public interface Reader<T> {

  String topic();

  /** The CloudEvents type with its version, such as {@code duban.deadline.v1}. */
  String type();

  /**
   * Understands a record, outside any transaction, so that garbage costs the database nothing.
   *
   * @throws UnacceptableRecord if it will never be applied, whatever lies in the database
   */
  T parse(InboundRecord record);

  /**
   * Runs in the transaction in which the offset moves too. Records of a key come in their order,
   * but may come twice, late or replayed: apply one only if it is newer than what is there. If any
   * cannot be applied, throw: the batch is rolled back and the culprit looked for.
   */
  void apply(List<Heard<T>> batch);
}
