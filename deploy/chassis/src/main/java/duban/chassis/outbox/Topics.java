package duban.chassis.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The topics that this service owns: made by it when they are missing, with their number of
 * partitions for good.
 */
@ApplicationScoped
public class Topics {

  private static final Map<String, String> COMPACTED =
      Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
  private static final Map<String, String> KEPT_FOR_GOOD =
      Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
          TopicConfig.RETENTION_MS_CONFIG, "-1",
          TopicConfig.RETENTION_BYTES_CONFIG, "-1");

  private final List<String> compacted;
  private final List<String> kept;
  private final int partitions;
  private final Optional<Short> replication;

  Topics(
      @ConfigProperty(name = "duban.topics.compacted") Optional<List<String>> compacted,
      @ConfigProperty(name = "duban.topics.kept") Optional<List<String>> kept,
      @ConfigProperty(name = "duban.topics.partitions") int partitions,
      @ConfigProperty(name = "duban.topics.replication") Optional<Short> replication) {
    this.compacted = compacted.orElse(List.of());
    this.kept = kept.orElse(List.of());
    this.partitions = partitions;
    this.replication = replication;
  }

  /** Those with snapshots: they carry heartbeats, which compaction keeps few. */
  List<String> compacted() {
    return compacted;
  }

  /** All of them: what happened before what follows from it, as those lock who write both. */
  List<String> owned() {
    return Stream.concat(kept.stream(), compacted.stream()).toList();
  }

  void makeMissing(Admin admin) throws InterruptedException {
    var wanted = new ArrayList<NewTopic>();
    compacted.forEach(name -> wanted.add(topic(name, COMPACTED)));
    kept.forEach(name -> wanted.add(topic(name, KEPT_FOR_GOOD)));
    for (var made : admin.createTopics(wanted).values().entrySet()) {
      try {
        made.getValue().get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof AuthorizationException) {
          throw new IllegalStateException(
              "The topic "
                  + made.getKey()
                  + " may not be made by this service: make it with "
                  + partitions
                  + " partitions, or allow the service to",
              e.getCause());
        }
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw new IllegalStateException(
              "The topic " + made.getKey() + " cannot be made", e.getCause());
        }
      }
    }
    awaitLeaders(admin, wanted);
  }

  /** A topic just made has no leaders for a moment; sending before costs a delivery timeout. */
  private static void awaitLeaders(Admin admin, List<NewTopic> topics) throws InterruptedException {
    var names = topics.stream().map(NewTopic::name).toList();
    for (int i = 0; i < 100 && !led(admin, names); i++) {
      Thread.sleep(100);
    }
  }

  private static boolean led(Admin admin, List<String> names) throws InterruptedException {
    try {
      return admin.describeTopics(names).allTopicNames().get().values().stream()
          .flatMap(topic -> topic.partitions().stream())
          .allMatch(it -> it.leader() != null && !it.leader().isEmpty());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException) {
        return false; // the broker that was asked has not heard of them yet
      }
      throw new IllegalStateException("The topics " + names + " cannot be described", e.getCause());
    }
  }

  private NewTopic topic(String name, Map<String, String> configuration) {
    return new NewTopic(name, Optional.of(partitions), replication).configs(configuration);
  }
}
