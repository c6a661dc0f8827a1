package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges what staff changed by what was acknowledged last: it stands in the service, it is the
 * newest that Kafka holds, and every other service knows it.
 */
final class EditOracle {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Exposed exposed;
  private final Whole whole;

  EditOracle(Exposed exposed) {
    this.exposed = exposed;
    this.whole = exposed.whole();
  }

  void check(Staff staff) throws IOException, InterruptedException {
    assertThat(staff.wrong()).isEmpty();
    check(staff.told());
  }

  void check(Map<Thing, Staff.Told> told) throws IOException, InterruptedException {
    for (var it : told.entrySet()) {
      var present = whole.get(it.getKey().path());
      assertThat(it.getKey().shown(present.body()))
          .as(it.getKey() + " was acknowledged so")
          .isEqualTo(it.getValue().value());
      assertThat(present.version()).as("version of " + it).isEqualTo(it.getValue().version());
    }
    var unit = told.get(Thing.UNIT);
    var dueOn = told.get(Thing.OBLIGATION).value();
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              var published = newest("duban.units").get(Thing.UNIT.id());
              assertThat(published.path("version").asLong()).isEqualTo(unit.version());
              assertThat(Thing.UNIT.shown(published)).isEqualTo(unit.value());
              var deadlines = deadlines();
              assertThat(deadlines).hasSize(Thing.DEADLINES);
              deadlines.forEach(
                  (id, it) -> assertThat(it.path("dueOn").asText()).as(id).isEqualTo(dueOn));
              knownTo("status", unit, dueOn, deadlines);
              knownTo("notification", unit, dueOn, deadlines);
            });
  }

  /** Each edit moved each deadline, and moved it once. */
  void eachEditWasToldOnce(Staff staff) throws IOException {
    var version = staff.told().get(Thing.OBLIGATION).version();
    assertThat(version).as("edits of the obligation").isGreaterThan(10);
    deadlines()
        .forEach((id, it) -> assertThat(it.path("version").asLong()).as(id).isEqualTo(version));
  }

  private void knownTo(
      String service, Staff.Told unit, String dueOn, TreeMap<String, JsonNode> deadlines)
      throws Exception {
    var database = Database.of(whole, service);
    var copies = service.equals("status") ? "" : "_copy";
    assertThat(
            database.number(
                "SELECT version FROM unit%s WHERE id = '%s'".formatted(copies, Thing.UNIT.id())))
        .as("the unit in " + service)
        .isEqualTo(unit.version());
    var known =
        Whole.JSON.readTree(
            database.text(
                "SELECT json_object_agg(id, json_build_array(version, body->>'dueOn'))"
                    + " FROM deadline%s WHERE body->>'obligationId' = '%s'"
                        .formatted(copies, Thing.OBLIGATION.id())));
    assertThat(known).as("deadlines in " + service).hasSize(Thing.DEADLINES);
    deadlines.forEach(
        (id, it) -> {
          assertThat(known.path(id).path(0).asLong())
              .as("version in %s of %s", service, id)
              .isEqualTo(it.path("version").asLong());
          assertThat(known.path(id).path(1).asText()).as(service + " " + id).isEqualTo(dueOn);
        });
  }

  /** The newest of the obligation on Kafka. */
  TreeMap<String, JsonNode> deadlines() throws IOException {
    var deadlines = new TreeMap<>(newest("duban.deadlines"));
    deadlines
        .values()
        .removeIf(it -> !it.path("obligationId").asText().equals(Thing.OBLIGATION.id()));
    return deadlines;
  }

  /** Of each key. */
  private Map<String, JsonNode> newest(String name) throws IOException {
    var newest = new HashMap<String, JsonNode>();
    try (var topic = exposed.topic(name)) {
      for (var record : topic.records()) {
        newest.put(record.key(), Whole.JSON.readTree(record.bytes()));
      }
    }
    return newest;
  }
}
