package duban.chassis.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether all was read that lay in the topics when this service first saw them. Counts what
 * any replica has read, for the copies are shared. Begins again when places went back: then the
 * copies, or the topics, were lost.
 */
@ApplicationScoped
class CatchingUp {

  private Map<TopicPartition, Long> before = Map.of();
  private @Nullable Map<TopicPartition, Long> ends;
  private volatile boolean done;

  /**
   * Looks how far everything was read.
   *
   * @param next where every partition of the topics stands
   */
  synchronized void look(Member member, Set<String> topics, Map<TopicPartition, Long> next) {
    if (wentBack(next)) {
      done = false;
      ends = null;
    }
    before = Map.copyOf(next);
    var there = next.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
    if (done || !there.equals(topics)) {
      return; // of a topic that does not exist the owner has never run
    }
    if (ends == null) {
      ends = member.ends(next.keySet());
    }
    done =
        ends.entrySet().stream()
            .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private boolean wentBack(Map<TopicPartition, Long> next) {
    return next.entrySet().stream()
        .anyMatch(it -> it.getValue() < before.getOrDefault(it.getKey(), 0L));
  }

  boolean done() {
    return done;
  }
}
