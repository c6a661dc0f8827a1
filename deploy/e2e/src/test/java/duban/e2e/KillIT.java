package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import duban.local.Settings;
import duban.local.preflight.Port;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each service dies three times, at moments drawn from a seed, while front ends write and the
 * notices of a morning leave. Afterwards sets are compared on the receiving side.
 */
class KillIT {

  private static final long SEED = Long.getLong("duban.seed", 20271025L);

  /** They must not all have left when a kill is to fall amid them. */
  private static final Duration BEFORE_EACH_ANSWER = Duration.ofMillis(70);

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int NOTICES = 27 + 19;

  @TempDir Path folder;

  @Test
  void nothingIsLostAndNothingDoubledWhenServicesAreKilledUnderLoad() throws Exception {
    System.out.println("seed " + SEED);
    try (var slowly = new Proxy().delay(BEFORE_EACH_ANSWER);
        var whole = Whole.start(settings(slowly.port()))) {
      whole.release(false);
      slowly.to(whole.duban().port(Port.SMTP));
      var random = new Random(SEED);
      // Its snapshots may still be on their way: what is not sent yet must not be lost with it.
      pause(random);
      kill(whole, "catalog");
      var load = new Load(whole, openDeadlines(whole));
      load.begin(3, SEED);
      countOnce(whole, load);
      killAtSeededMoments(whole, random);
      load.end();

      assertThat(load.refused()).isEmpty();
      assertThat(load.acknowledged()).hasSizeGreaterThan(50);
      theCopiesAgree(whole);
      theRecordHoldsExactlyWhatWasAcknowledged(whole, load.acknowledged());
      everyRecipientHasOneNotice(whole);
    }
  }

  /** After half past nine: the notices wait, and leave when the test lets them. */
  private Settings settings(int slowly) {
    return Whole.settings(folder.resolve("data"))
        .now(LocalDateTime.parse("2027-10-25T09:40"))
        .serviceProperty("duban.smtp.port", Integer.toString(slowly));
  }

  private static List<String> openDeadlines(Whole whole) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> ids(whole, "/api/status/progress?period=2027&state=ASSIGNED").size() == 48);
    return new ArrayList<>(ids(whole, "/api/status/progress?period=2027&state=ASSIGNED"));
  }

  private static TreeSet<String> ids(Whole whole, String path) {
    return whole.all(path).stream()
        .map(it -> it.path("deadlineId").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A session each in five townships: one of two, which stops no notice. */
  private static void countOnce(Whole whole, Load load) {
    for (var deadline : sessions(whole)) {
      load.count(deadline, "{\"days\": 1}");
    }
  }

  private static List<String> sessions(Whole whole) {
    return whole.all("/api/status/progress?kind=QUOTA&period=2027").stream()
        .filter(it -> it.path("unit").path("code").asText().compareTo("XRD-05") <= 0)
        .map(it -> it.path("deadlineId").asText())
        .toList();
  }

  private static void killAtSeededMoments(Whole whole, Random random)
      throws IOException, InterruptedException {
    for (var part : List.of("status", "notification", "catalog")) {
      pause(random);
      kill(whole, part);
    }
    // Amid the notices: after so many have arrived, twice.
    whole.release(true);
    var first = 3 + random.nextInt(15);
    var second = first + 5 + random.nextInt(15);
    for (var arrived : List.of(first, second)) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> whole.mails().size() >= arrived && whole.duban().ready("notification"));
      assertThat(kill(whole, "notification")).isBetween(1, NOTICES - 1);
    }
    for (var part : List.of("status", "catalog", "status")) {
      pause(random);
      kill(whole, part);
    }
    pause(random);
  }

  private static void pause(Random random) throws InterruptedException {
    Thread.sleep(random.nextInt(4_000));
  }

  /**
   * Waits until it runs, kills it, and leaves it to be started again.
   *
   * @return how many notices had arrived when it was dead
   */
  private static int kill(Whole whole, String part) {
    await().atMost(PATIENCE).until(() -> whole.duban().ready(part));
    var pid = whole.duban().pid(part);
    var process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    var arrived = whole.mails().size();
    System.out.println("kill -9 " + part + " with " + arrived + " notices arrived");
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> whole.duban().pid(part) != pid && whole.duban().ready(part));
    return arrived;
  }

  private static void theCopiesAgree(Whole whole) {
    var owned = new TreeMap<String, String>();
    whole
        .all("/api/catalog/deadlines")
        .forEach(it -> owned.put(it.path("id").asText(), it.path("dueOn").asText()));
    assertThat(owned).hasSize(98);
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              var known = new TreeMap<String, String>();
              whole
                  .all("/api/status/progress")
                  .forEach(
                      it -> known.put(it.path("deadlineId").asText(), it.path("dueOn").asText()));
              assertThat(known).isEqualTo(owned);
            });
    assertThat(
            whole.all("/api/status/progress?kind=QUOTA&period=2027").stream()
                .filter(it -> it.path("counted").asInt() == 1))
        .hasSize(5);
    for (var service : List.of("catalog", "status", "notification")) {
      assertThat(whole.all("/api/" + service + "/dead-letters")).as(service).isEmpty();
    }
  }

  private static void theRecordHoldsExactlyWhatWasAcknowledged(
      Whole whole, Map<String, String> acknowledged) throws IOException {
    var history = new HashMap<String, String>();
    for (var measure : whole.all("/api/catalog/measures")) {
      for (var event : whole.all("/api/status/history?measure=" + measure.path("id").asText())) {
        var before = history.put(event.path("id").asText(), event.path("type").asText());
        assertThat(before).as("an event stands twice in the history").isNull();
      }
    }
    history.values().removeIf(type -> type.equals("ASSIGNED"));
    assertThat(history.keySet()).isEqualTo(acknowledged.keySet());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(received(whole).keySet()).containsAll(acknowledged.keySet()));
    var extra = new TreeSet<>(received(whole).keySet());
    extra.removeAll(acknowledged.keySet());
    assertThat(extra).as("48 windows opened").hasSize(48);
  }

  /** The events as a consumer of Kafka sees them; walks each chain over the exact bytes. */
  private static Map<String, JsonNode> received(Whole whole) throws IOException {
    var events = new HashMap<String, JsonNode>();
    var chains = new HashMap<String, TreeMap<Integer, Record>>();
    for (var record : Record.all(whole.duban().bootstrapServers(), "duban.implementation")) {
      var event = Whole.JSON.readTree(record.bytes());
      events.put(event.path("id").asText(), event);
      var twin =
          chains
              .computeIfAbsent(record.key(), it -> new TreeMap<>())
              .put(event.path("seq").asInt(), record);
      // Sent again after a kill: then the same to the byte.
      assertThat(twin == null ? record.text() : twin.text()).isEqualTo(record.text());
    }
    for (var chain : chains.values()) {
      var previous = "0".repeat(64);
      var seq = 0;
      for (var record : chain.values()) {
        var event = Whole.JSON.readTree(record.bytes());
        assertThat(event.path("seq").asInt()).isEqualTo(++seq);
        assertThat(event.path("previous").asText()).isEqualTo(previous);
        previous = record.sha256();
      }
    }
    return events;
  }

  private static void everyRecipientHasOneNotice(Whole whole) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                whole.all("/api/notification/messages?state=SENT").size() == NOTICES
                    && whole.all("/api/notification/messages").size() == NOTICES);
    var attempts = new HashMap<String, Integer>();
    whole
        .all("/api/notification/messages")
        .forEach(it -> attempts.put(it.path("messageId").asText(), it.path("attempts").asInt()));
    var copies =
        whole.mails().stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.path("messageId").asText(), TreeMap::new, Collectors.toList()));
    assertThat(copies.keySet()).isEqualTo(new TreeSet<>(attempts.keySet()));
    copies.forEach(
        (message, mails) ->
            // A second copy only where a kill fell between sending and knowing that it was sent.
            assertThat(mails.size()).as(message).isBetween(1, Math.min(2, attempts.get(message))));
    assertThat(mailsBy(whole, "to")).hasSize(NOTICES);
    var sent = new TreeSet<String>();
    whole
        .all("/api/notification/reminders?state=SENT")
        .forEach(it -> sent.add(it.path("id").asText()));
    assertThat(sent).hasSize(NOTICES);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(publishedAsSent(whole)).isEqualTo(sent));
  }

  /** The reminders that were sent, as a consumer of Kafka sees them. */
  private static TreeSet<String> publishedAsSent(Whole whole) throws IOException {
    var sent = new TreeSet<String>();
    for (var record : Record.all(whole.duban().bootstrapServers(), "duban.reminders")) {
      var reminder = Whole.JSON.readTree(record.bytes());
      if (reminder.path("state").asText().equals("SENT")) {
        sent.add(reminder.path("id").asText());
      }
    }
    return sent;
  }

  private static TreeSet<String> mailsBy(Whole whole, String field) {
    return whole.mails().stream()
        .map(
            it ->
                it.path(field).isArray()
                    ? it.path(field).path(0).asText()
                    : it.path(field).asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
