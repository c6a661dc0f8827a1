package duban.chassis.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The partitions of topics with the id of their topic, which a topic made anew does not keep. */
public final class TopicIds {

  private static final DescribeTopicsOptions SOON = new DescribeTopicsOptions().timeoutMs(5_000);

  private TopicIds() {}

  /** Topics that do not exist are left out. */
  public static Map<TopicPartition, Uuid> of(Admin admin, Collection<String> topics)
      throws InterruptedException {
    var ids = new HashMap<TopicPartition, Uuid>();
    for (var described : admin.describeTopics(topics, SOON).topicNameValues().entrySet()) {
      try {
        var topic = described.getValue().get();
        topic
            .partitions()
            .forEach(
                it -> ids.put(new TopicPartition(topic.name(), it.partition()), topic.topicId()));
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw new IllegalStateException(
              "The topic " + described.getKey() + " cannot be described", e.getCause());
        }
      }
    }
    return ids;
  }
}
