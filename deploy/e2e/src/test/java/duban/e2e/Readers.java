package duban.e2e;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How far the services have read: what each has stored in the same transaction as the effect. */
final class Readers {

  /** What each reads into its database. */
  private static final Map<String, Set<String>> TOPICS =
      Map.of(
          "catalog", Set.of("duban.progress"),
          "status",
              Set.of(
                  "duban.units",
                  "duban.measures",
                  "duban.deadlines",
                  "duban.calendars",
                  "duban.yearly-lists"),
          "notification",
              Set.of(
                  "duban.units",
                  "duban.measures",
                  "duban.deadlines",
                  "duban.calendars",
                  "duban.progress",
                  "duban.yearly-lists"));

  private final Whole whole;

  Readers(Whole whole) {
    this.whole = whole;
  }

  /** Where each partition ends now. */
  Map<TopicPartition, Long> ends() {
    var settings = Map.<String, Object>of("bootstrap.servers", whole.duban().bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          TOPICS.values().stream()
              .flatMap(Set::stream)
              .distinct()
              .flatMap(it -> consumer.partitionsFor(it).stream())
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      return new HashMap<>(consumer.endOffsets(partitions));
    }
  }

  /** Who has not read up to there, and where. */
  List<String> behind(Map<TopicPartition, Long> ends) throws SQLException, IOException {
    var behind = new ArrayList<String>();
    for (var reader : TOPICS.entrySet()) {
      var stored =
          Whole.JSON.readTree(
              Database.of(whole, reader.getKey())
                  .text(
                      "SELECT coalesce(json_object_agg(topic || '-' || partition, next_offset), '{}')"
                          + " FROM consumed"));
      ends.forEach(
          (partition, end) -> {
            var next = stored.path(partition.toString()).asLong();
            if (reader.getValue().contains(partition.topic()) && next < end) {
              behind.add(reader.getKey() + " at " + next + " of " + end + " in " + partition);
            }
          });
    }
    return behind;
  }
}
