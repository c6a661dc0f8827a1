package duban.catalog.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.Contracts;
import duban.chassis.backbone.TestTopics;
import duban.chassis.outbox.Relay;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What another service reads of an edit: the newest record of each key, on Kafka itself. */
final class Published {
  private Published() {}

  static Map<String, JsonNode> newest(Relay relay, String topic, String event) throws Exception {
    while (relay.round()) {
      // until nothing waits
    }
    Map<String, JsonNode> newest = new HashMap<>();
    for (var record : TestTopics.read(topic)) {
      if (TestTopics.type(record).equals("duban." + event + ".v1")) {
        assertThat(Contracts.errors(event, record.value())).isEmpty();
        newest.put(
            record.key(), Contracts.json(new String(record.value(), StandardCharsets.UTF_8)));
      }
    }
    return newest;
  }
}
