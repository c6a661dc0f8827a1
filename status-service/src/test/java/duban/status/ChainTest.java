package duban.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.chassis.backbone.TestTopics;
import duban.status.chain.Chain;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChainTest extends StatusTest {

  @Inject Chain chain;

  @Test
  void one_flipped_byte_in_the_record_is_noticed() throws SQLException {
    Map<String, Object> owed = window();
    String measure = String.valueOf(owed.get("measureId"));
    String id = heard(owed);
    for (int i = 0; i < 4; i++) {
      post(event(id, "CHECKED")).statusCode(201);
    }
    assertThat(firstBroken(measure)).isEmpty();
    flip(measure, 3);
    assertThat(firstBroken(measure)).contains(3L);
    flip(measure, 3); // other tests read the record too
    assertThat(firstBroken(measure)).isEmpty();
  }

  private static void flip(String measure, int seq) throws SQLException {
    behindTheTrigger(
        "UPDATE event SET body = set_byte(body, 20, get_byte(body, 20) # 1) WHERE seq = "
            + seq
            + " AND measure_id = '"
            + measure
            + "'");
  }

  /** What only the owner of the tables could do, on purpose. */
  private static void behindTheTrigger(String sql) throws SQLException {
    try (Connection owner = owner();
        var change = owner.createStatement()) {
      change.execute("ALTER TABLE event DISABLE TRIGGER event_append_only");
      change.execute(sql);
      change.execute("ALTER TABLE event ENABLE TRIGGER event_append_only");
    }
  }

  @Test
  void an_event_that_was_cut_off_the_end_is_noticed() throws SQLException {
    Map<String, Object> owed = window();
    String measure = String.valueOf(owed.get("measureId"));
    String id = heard(owed);
    post(event(id, "CHECKED")).statusCode(201);
    post(event(id, "CHECKED")).statusCode(201);
    behindTheTrigger("DELETE FROM event WHERE seq = 2 AND measure_id = '" + measure + "'");
    assertThat(firstBroken(measure)).contains(2L);
  }

  @Test
  void nobody_changes_the_record() throws SQLException {
    post(event(heard(window()), "CHECKED")).statusCode(201);
    for (String change :
        List.of(
            "UPDATE event SET type = 'COUNTED'", "DELETE FROM event", "TRUNCATE event CASCADE")) {
      try (Connection application = database.getConnection()) {
        assertThatThrownBy(() -> application.createStatement().execute(change))
            .hasMessageContaining("permission denied");
      }
      try (Connection owner = owner()) {
        assertThatThrownBy(() -> owner.createStatement().execute(change))
            .hasMessageContaining("append-only");
      }
    }
  }

  @Test
  void what_goes_out_are_the_stored_bytes_and_nothing_personal() throws Exception {
    Map<String, Object> owed = window();
    String measure = String.valueOf(owed.get("measureId"));
    String id = heard(owed);
    Map<String, Object> event = counted(id, "laws", 1);
    event.put("note", "联系人赵六");
    post(event).statusCode(201);
    post(claim(id)).statusCode(201);
    post(event(id, "ACCEPTED")).statusCode(201);
    relayed();

    List<String> sent =
        TestTopics.read("duban.implementation").stream()
            .filter(record -> measure.equals(record.key()))
            .map(record -> new String(record.value(), StandardCharsets.UTF_8))
            .distinct() // a republication sends them again, byte for byte
            .toList();
    assertThat(sent).hasSize(4);
    String previous = "0".repeat(64);
    for (int i = 0; i < sent.size(); i++) {
      String body = sent.get(i);
      assertThat(body).contains("\"previous\":\"" + previous + "\"", "\"seq\":" + (i + 1));
      assertThat(body).doesNotContain("赵六", "张三", "公章");
      previous = sha256(body.getBytes(StandardCharsets.UTF_8));
      assertThat(
              text(
                  "SELECT hash FROM event WHERE measure_id = '"
                      + measure
                      + "' AND seq = "
                      + (i + 1)))
          .isEqualTo(previous);
    }
  }

  private Optional<Long> firstBroken(String measure) {
    return QuarkusTransaction.requiringNew().call(() -> chain.firstBroken(measure));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
