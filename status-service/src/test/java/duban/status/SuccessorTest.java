package duban.status;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A unit ended: the catalog gives its open deadlines to the successor, under their ids. */
@QuarkusTest
class SuccessorTest extends StatusTest {
  private final String ended = "U1-" + UUID.randomUUID();
  private final String successor = "U2-" + UUID.randomUUID();

  @Test
  void what_is_owed_and_what_happened_stand_under_the_successor_alone() throws Exception {
    Map<String, Object> owed = owed();
    String id = heard(owed);
    post(event(id, "CHECKED")).statusCode(201);
    stands(id, ended, successor);
    long version = number("SELECT version FROM progress WHERE deadline_id = '" + id + "'");

    Instant before = clock.now();
    owed.put("version", 2);
    owed.put("unit", ref(successor));
    heard(owed);
    stands(id, successor, ended);
    get("progress/{id}", id)
        .body("unit.code", equalTo(successor))
        .body("state", equalTo("IN_PROGRESS"))
        .body("version", equalTo((int) version));
    get("progress/{id}?knownAt={m}", id, before).body("unit.code", equalTo(ended));

    post(counted(id, "laws", 1)).statusCode(201).body("progress.counted", equalTo(1));
    get("events?unit={u}", successor).body("items.type", equalTo(List.of("CHECKED", "COUNTED")));
    get("events?unit={u}", ended).body("items", empty());
    get("history?deadline={d}", id).body("items.type", equalTo(List.of("CHECKED", "COUNTED")));
  }

  @Test
  void an_older_snapshot_does_not_give_it_back() {
    Map<String, Object> owed = owed();
    owed.put("version", 2);
    owed.put("unit", ref(successor));
    String id = heard(owed);
    owed.put("version", 1);
    owed.put("unit", ref(ended));
    heard(owed);
    caughtUp();
    stands(id, successor, ended);
  }

  @Test
  void what_was_lost_meanwhile_comes_back_under_the_successor() throws Exception {
    Map<String, Object> owed = owed();
    String id = heard(owed);
    stands(id, ended, successor);
    try (var owner = owner();
        var lose = owner.createStatement()) {
      lose.execute("DELETE FROM deadline WHERE id = '" + id + "'");
    }
    owed.put("version", 2);
    owed.put("unit", ref(successor));
    heard(owed);
    stands(id, successor, ended);
  }

  private Map<String, Object> owed() {
    for (String unit : List.of(ended, successor)) {
      Map<String, Object> body = Map.of("id", unit, "version", 1, "code", unit, "name", "单位");
      byte[] bytes = json(body).getBytes(StandardCharsets.UTF_8);
      send("duban.units", unit, "duban.unit.v1", bytes);
      roundsUntil("SELECT count(*) FROM unit WHERE id = '" + unit + "'", 1);
    }
    Map<String, Object> owed = window();
    owed.put("unit", ref(ended));
    return owed;
  }

  private static Map<String, String> ref(String unit) {
    return Map.of("id", unit, "code", unit, "name", "单位");
  }

  private void stands(String id, String under, String notUnder) {
    get("progress?unit={u}", under)
        .statusCode(200)
        .body("items.deadlineId", equalTo(List.of(id)))
        .body("items.unit.code", equalTo(List.of(under)));
    get("progress?unit={u}", notUnder).statusCode(200).body("items", empty());
  }
}
