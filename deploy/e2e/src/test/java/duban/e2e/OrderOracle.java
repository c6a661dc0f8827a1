package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whoever reads a topic from the beginning is told nothing older of a thing than he was told
 * before. Not so after Kafka was lost or a database restored: then an owner may say it again.
 */
final class OrderOracle {

  /** By topic the field that names the thing; of reminders one key has many. */
  private static final Map<String, String> TOPICS =
      Map.of(
          "duban.progress", "deadlineId",
          "duban.deadlines", "id",
          "duban.units", "id",
          "duban.reminders", "id");

  /** What was last told of a thing. */
  private record Told(String key, long version, String text) {}

  private final Exposed exposed;

  OrderOracle(Exposed exposed) {
    this.exposed = exposed;
  }

  void check() throws IOException {
    check(TOPICS.keySet());
  }

  void check(Set<String> topics) throws IOException {
    for (var it : TOPICS.entrySet()) {
      if (!topics.contains(it.getKey())) {
        continue;
      }
      try (var topic = exposed.topic(it.getKey())) {
        var records = topic.records();
        assertThat(records).as(it.getKey()).isNotEmpty();
        var changed = neverBack(records, it.getValue());
        System.out.printf(
            "%s: %d records, none behind an older one; %d things changed%n",
            it.getKey(), records.size(), changed);
        assertThat(changed).as("things that changed in " + it.getKey()).isPositive();
      }
    }
  }

  /**
   * Returns how many things changed before the reader's eyes: of the others there is no order.
   *
   * @param records in the order of their keys
   * @param name the field that names the thing of which each speaks
   */
  static long neverBack(List<Record> records, String name) throws IOException {
    var newest = new HashMap<String, Told>();
    var changed = new HashSet<String>();
    for (var record : records) {
      var body = Whole.JSON.readTree(record.bytes());
      var version = body.path("version").asLong();
      var thing = body.path(name).asText();
      var before = newest.put(thing, new Told(record.key(), version, record.text()));
      assertThat(version)
          .as("behind %s: %s", before, record.text())
          .isGreaterThanOrEqualTo(before == null ? 1 : before.version());
      // Under another key it would lie in another partition, in no order with what came before.
      assertThat(record.key())
          .as(record.text())
          .isEqualTo(before == null ? record.key() : before.key());
      if (before != null && version > before.version()) {
        changed.add(thing);
      } else if (before != null) {
        assertThat(record.text()).as("the same version says the same").isEqualTo(before.text());
      }
    }
    return changed.size();
  }
}
