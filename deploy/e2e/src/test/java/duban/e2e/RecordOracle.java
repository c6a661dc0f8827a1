package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges the record by what was acknowledged alone: nothing is missing, nothing stands twice, on
 * neither side of Kafka, and each measure's chain is whole and in order.
 */
final class RecordOracle {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Whole whole;
  private final Map<String, Load.Said> acknowledged;

  RecordOracle(Whole whole, Load load) {
    assertThat(load.refused()).isEmpty();
    this.whole = whole;
    this.acknowledged = Map.copyOf(load.acknowledged());
  }

  /**
   * @param stream a listener to {@code duban.implementation} since the beginning
   */
  void check(Topic stream) {
    var history = new HashMap<String, Load.Said>();
    // While a restored database is read back, lists may be whole before the history is.
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .untilAsserted(
            () -> {
              history.clear();
              history.putAll(history());
              same(said(history), acknowledged, "in the history");
            });
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var sent = sent(stream.records()).keySet();
              assertThat(minus(history.keySet(), sent)).as("recorded, not on Kafka").isEmpty();
              assertThat(minus(sent, history.keySet())).as("on Kafka, not recorded").isEmpty();
            });
    progressCountsWhatWasCounted();
  }

  private static TreeSet<String> minus(Set<String> from, Set<String> these) {
    var left = new TreeSet<>(from);
    left.removeAll(these);
    return left;
  }

  /** Names only the difference: the whole would be pages. */
  private static void same(
      Map<String, Load.Said> found, Map<String, Load.Said> expected, String where) {
    var missing = new TreeMap<>(expected);
    missing.keySet().removeAll(found.keySet());
    assertThat(missing).as("acknowledged, and not " + where).isEmpty();
    var extra = new TreeMap<>(found);
    extra.keySet().removeAll(expected.keySet());
    assertThat(extra).as(where + ", and never acknowledged").isEmpty();
    assertThat(found.equals(expected)).as("the same " + where).isTrue();
  }

  /** What others than the service itself have recorded. */
  private static Map<String, Load.Said> said(Map<String, Load.Said> history) {
    var said = new HashMap<>(history);
    said.values().removeIf(it -> it.type().equals("ASSIGNED"));
    return said;
  }

  private Map<String, Load.Said> history() {
    var history = new HashMap<String, Load.Said>();
    var opened = new ArrayList<String>();
    for (var measure : whole.all("/api/catalog/measures")) {
      for (var event : whole.all("/api/status/history?measure=" + measure.path("id").asText())) {
        var it = new Load.Said(text(event, "deadlineId"), text(event, "type"));
        assertThat(history.put(text(event, "id"), it)).as("twice in the history").isNull();
        if (it.type().equals("ASSIGNED")) {
          opened.add(it.deadline());
        }
      }
    }
    assertThat(opened).as("windows opened").doesNotHaveDuplicates().isNotEmpty();
    return history;
  }

  /** The events of a stream by id, after it was walked in the order in which it came. */
  static Map<String, JsonNode> sent(List<Record> stream) throws IOException {
    var events = new HashMap<String, JsonNode>();
    var chains = new HashMap<String, List<Record>>();
    for (var record : stream) {
      var event = Whole.JSON.readTree(record.bytes());
      var chain = chains.computeIfAbsent(record.key(), it -> new ArrayList<>());
      var seq = event.path("seq").asInt();
      if (seq <= chain.size()) {
        // Sent again after a fault: then the same to the byte.
        assertThat(record.bytes()).as(record.text()).isEqualTo(chain.get(seq - 1).bytes());
      } else {
        assertThat(seq).as("the next of its measure: " + record.text()).isEqualTo(chain.size() + 1);
        var previous = seq == 1 ? "0".repeat(64) : chain.get(seq - 2).sha256();
        assertThat(text(event, "previous")).isEqualTo(previous);
        assertThat(events.put(text(event, "id"), event)).as("another event of that id").isNull();
        chain.add(record);
      }
    }
    return events;
  }

  private void progressCountsWhatWasCounted() {
    var counted =
        acknowledged.values().stream()
            .filter(it -> it.type().equals("COUNTED"))
            .collect(
                Collectors.groupingBy(Load.Said::deadline, TreeMap::new, Collectors.counting()));
    var shown = new TreeMap<String, Long>();
    for (var it : whole.all("/api/status/progress")) {
      if (it.path("counted").asLong() > 0) {
        shown.put(text(it, "deadlineId"), it.path("counted").asLong());
      }
    }
    assertThat(shown).as("what progress counts").isEqualTo(counted);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
