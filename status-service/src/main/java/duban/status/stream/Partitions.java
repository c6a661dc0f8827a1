package duban.status.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * The partitions that the stream is made of, in an order that every replica sees alike.
 *
 * @param mark tells these topics from others of the same names, made anew after a loss
 */
record Partitions(List<TopicPartition> all, int mark) {

  static Partitions of(Map<TopicPartition, Uuid> ids) {
    List<TopicPartition> all =
        ids.keySet().stream()
            .sorted(
                Comparator.comparing(TopicPartition::topic)
                    .thenComparing(TopicPartition::partition))
            .toList();
    String identity = all.stream().map(it -> it + " " + ids.get(it)).toList().toString();
    byte[] hash = HexFormat.of().parseHex(sha256(identity));
    return new Partitions(all, ByteBuffer.wrap(hash).getInt());
  }

  private static String sha256(String text) {
    return duban.status.chain.Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  int size() {
    return all.size();
  }

  int slot(TopicPartition partition) {
    return all.indexOf(partition);
  }
}
