package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is lost beyond what a service mends unasked: as {@code operations.md} says, step by step.
 */
final class Losses {

  private static final List<String> SERVICES = List.of("catalog", "status", "notification");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** The tables that hold what others own. */
  private static final Map<String, List<String>> COPIES =
      Map.of(
          "catalog",
          List.of("progress"),
          "status",
          List.of("snapshot", "deadline", "measure", "unit"),
          "notification",
          List.of("unit_copy", "measure_copy", "calendar_copy", "deadline_copy", "progress_copy"));

  private static final List<String> SNAPSHOTS =
      List.of(
          "duban.units", "duban.measures", "duban.calendars", "duban.deadlines", "duban.progress");

  private final Season season;
  private final Whole whole;

  Losses(Season season) {
    this.season = season;
    this.whole = season.exposed().whole();
  }

  /** The copies are thrown away and read again. */
  void copies() throws Exception {
    for (var copies : new TreeMap<>(COPIES).entrySet()) {
      var before = Pages.of(whole);
      var database = Database.of(whole, copies.getKey());
      var contents = contents(database, copies.getValue());
      assertThat(contents.values()).as("copies of " + copies.getKey()).doesNotContainNull();
      database.run(
          "TRUNCATE %s; DELETE FROM consumed".formatted(String.join(", ", copies.getValue())));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(contents(database, copies.getValue())).isEqualTo(contents));
      before.comeBack(whole);
    }
    new EditOracle(season.exposed()).check(season.staff());
  }

  /** Of each table the number and a digest of its rows, but for when they were heard; or null. */
  private static TreeMap<String, String> contents(Database database, List<String> tables)
      throws Exception {
    var contents = new TreeMap<String, String>();
    for (var table : tables) {
      contents.put(
          table,
          database.text(
              "SELECT count(*) || ' rows, ' || md5(string_agg(content, '' ORDER BY content))"
                  + " FROM (SELECT (to_jsonb(t) - 'heard_at')::text AS content FROM %s t) rows"
                      .formatted(table)));
    }
    return contents;
  }

  /** Every database is put back to where it was when the backup was taken, one after the other. */
  void databases(Backups backups) throws Exception {
    for (var service : SERVICES) {
      var edits = new LostEdits(season, service, backups.told(service));
      var before = Pages.without(edits.touched(), whole);
      var mails = whole.mails().size();
      backups.restore(service);
      edits.goneBack();
      edits.repeated();
      before.comeBack(whole);
      new RecordOracle(whole, season.load()).check(season.stream());
      assertThat(whole.mails()).as("mails after " + service + " was restored").hasSize(mails);
    }
    season.load().probe();
    new RecordOracle(whole, season.load()).check(season.stream());
  }

  /** Everything that lay in Kafka is gone. */
  void kafka() throws Exception {
    var before = Pages.of(whole);
    var keys = keys();
    var reminders = reminders();
    var mails = whole.mails().size();
    var duban = whole.duban();
    Together.of(SERVICES, duban::halt);
    duban.halt("kafka");
    delete(season.exposed().data().resolve("kafka"));
    duban.resume("kafka");
    await().atMost(PATIENCE).until(() -> duban.ready("kafka"));
    SERVICES.forEach(duban::resume);
    await().atMost(PATIENCE).until(() -> SERVICES.stream().allMatch(duban::ready));
    for (var service : SERVICES) {
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> whole.post("/api/" + service + "/republish", "").status() == 202);
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(keys()).isEqualTo(keys));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(reminders()).isEqualTo(reminders));
    before.comeBack(whole);
    new CopiesOracle(whole).check();
    new EditOracle(season.exposed()).check(season.staff());
    assertThat(whole.mails()).hasSize(mails);
    try (var stream = season.exposed().topic("duban.implementation")) {
      new RecordOracle(whole, season.load()).check(stream);
    }
  }

  /** Of what each topic holds a snapshot. */
  private TreeMap<String, TreeSet<String>> keys() {
    var keys = new TreeMap<String, TreeSet<String>>();
    for (var name : SNAPSHOTS) {
      try (var topic = season.exposed().topic(name)) {
        topic
            .records()
            .forEach(it -> keys.computeIfAbsent(name, n -> new TreeSet<>()).add(it.key()));
      }
    }
    return keys;
  }

  /** Where each reminder stands for whoever reads the topic. */
  private TreeMap<String, String> reminders() throws IOException {
    var states = new TreeMap<String, String>();
    try (var topic = season.exposed().topic("duban.reminders")) {
      for (var record : topic.records()) {
        var reminder = Whole.JSON.readTree(record.bytes());
        states.put(reminder.path("id").asText(), reminder.path("state").asText());
      }
    }
    return states;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.delete(file);
        }
      }
    }
  }
}
