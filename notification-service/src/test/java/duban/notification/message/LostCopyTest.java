package duban.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The copies are thrown away and read again from the topics. */
@QuarkusTest
class LostCopyTest extends NineOffices {

  private static final List<String> COPIES =
      List.of("unit_copy", "measure_copy", "calendar_copy", "deadline_copy", "progress_copy");

  private static void throwAway() {
    sql("BEGIN; TRUNCATE " + String.join(", ", COPIES) + "; DELETE FROM consumed; COMMIT");
  }

  /** Everything that lies in the topics, also of other tests. */
  private void readAgain() {
    throwAway();
    feed.heartbeats();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              var more = inbox.round();
              return !more && inbox.caughtUp() && inbox.oldestHeartbeat().isPresent();
            });
    sql("UPDATE copies_thrown_away SET at = at - interval '1 minute'");
  }

  private static List<String> rows(Stream<String> tables) {
    return tables
        .flatMap(it -> sql("SELECT " + it + "::text FROM " + it + " ORDER BY 1").stream())
        .toList();
  }

  /** A list shows why it waits, and waits no more when everything is known again. */
  private static List<String> withoutLists(List<String> rows) {
    return rows.stream().filter(it -> !it.contains(",LIST,")).toList();
  }

  @Test
  void untilTheyAreWholeNothingIsCancelledOrSentAndThenNothingHasChanged() {
    readAgain();
    plan("2027-10-25T09:29:20");
    grouping.round(NOW);
    var copies = rows(COPIES.stream());
    var rest = rows(Stream.of("reminder", "message", "told"));
    assertThat(sql("SELECT id FROM message WHERE state = 'READY'")).hasSizeGreaterThan(8);

    sql("CREATE TABLE deadlines_first AS SELECT id, version, body FROM deadline_copy");
    throwAway();
    // As if the deadlines had been read before the units that they speak of.
    sql(
        "INSERT INTO deadline_copy (id, version, body) SELECT * FROM deadlines_first;"
            + " DROP TABLE deadlines_first");
    sql("INSERT INTO to_plan (deadline_id) VALUES (NULL)");
    plan("2027-10-25T09:31:00");
    grouping.round(NOW);
    deliver();
    assertThat(mail.received()).as("while nothing is known").isEmpty();
    assertThat(withoutLists(rows(Stream.of("reminder", "message", "told"))))
        .isEqualTo(withoutLists(rest));
    assertThat(sql("SELECT DISTINCT state || ' ' || reason FROM message WHERE kind = 'LIST'"))
        .allMatch("HELD STALE"::equals);

    readAgain();
    plan("2027-10-25T09:31:00");
    grouping.round(NOW);
    assertThat(rows(COPIES.stream())).isEqualTo(copies);
    assertThat(rows(Stream.of("reminder", "message", "told"))).isEqualTo(rest);
    deliver();
    var sent = mail.received().size();
    assertThat(sent).isGreaterThan(8);

    readAgain();
    plan("2027-10-25T09:32:00");
    grouping.round(NOW);
    deliver();
    assertThat(mail.received()).hasSize(sent);
  }
}
