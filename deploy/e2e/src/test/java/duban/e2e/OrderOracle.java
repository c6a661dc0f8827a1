package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;

/**
 * Whoever reads the snapshots from the beginning is told nothing older of a key than he was told
 * before. Not so after Kafka was lost or a database restored: then an owner may say it again.
 */
final class OrderOracle {

  private static final List<String> TOPICS = List.of("duban.progress", "duban.deadlines");

  private final Exposed exposed;

  OrderOracle(Exposed exposed) {
    this.exposed = exposed;
  }

  void check() throws IOException {
    for (var name : TOPICS) {
      try (var topic = exposed.topic(name)) {
        var records = topic.records();
        assertThat(records).as(name).isNotEmpty();
        neverBack(records);
      }
    }
  }

  /**
   * @param records in the order of their keys
   */
  static void neverBack(List<Record> records) throws IOException {
    var newest = new HashMap<String, Long>();
    for (var record : records) {
      var version = Whole.JSON.readTree(record.bytes()).path("version").asLong();
      var before = newest.put(record.key(), version);
      assertThat(version)
          .as("behind version %s: %s", before, record.text())
          .isGreaterThanOrEqualTo(before == null ? 1 : before);
    }
  }
}
