package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everybody who was to be told was told, and once. */
final class MailOracle {

  /** A department each, a presidium each. */
  static final int NOTICES = 27 + 19;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Whole whole;

  MailOracle(Whole whole) {
    this.whole = whole;
  }

  /**
   * @param reminders a listener to {@code duban.reminders} since the beginning
   */
  void check(Topic reminders) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(whole.all("/api/notification/messages?state=SENT")).hasSize(NOTICES));
    assertThat(whole.all("/api/notification/messages")).hasSize(NOTICES);
    eachMessageArrivedOnce();
    var sent = new TreeSet<String>();
    var recipients = new TreeSet<String>();
    for (var it : whole.all("/api/notification/reminders?state=SENT")) {
      sent.add(it.path("id").asText());
      recipients.add(it.path("recipient").asText());
    }
    var written = new TreeSet<String>();
    for (var it : whole.all("/api/notification/messages")) {
      assertThat(written.add(it.path("recipient").asText())).as("one a day").isTrue();
    }
    assertThat(recipients).isEqualTo(written);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(publishedAsSent(reminders)).isEqualTo(sent));
  }

  private void eachMessageArrivedOnce() {
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
        (message, mails) -> {
          // A second copy only where a fault fell between sending and knowing that it was sent.
          assertThat(mails.size()).as(message).isBetween(1, Math.min(2, attempts.get(message)));
          assertThat(mails.stream().map(it -> it.path("text").asText()).distinct()).hasSize(1);
        });
  }

  /** The reminders that were sent, as a consumer of Kafka sees them. */
  private static TreeSet<String> publishedAsSent(Topic reminders) throws IOException {
    var sent = new TreeSet<String>();
    for (var record : reminders.records()) {
      var reminder = Whole.JSON.readTree(record.bytes());
      if (reminder.path("state").asText().equals("SENT")) {
        sent.add(reminder.path("id").asText());
      }
    }
    return sent;
  }
}
