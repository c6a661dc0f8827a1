package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** The mails that are ready to leave, and cannot because the mail server is away. */
final class WaitingMails {

  private final Whole whole;
  private final Set<String> waiting;

  private WaitingMails(Whole whole, Set<String> waiting) {
    this.whole = whole;
    this.waiting = waiting;
  }

  /** Those of this moment; fails if there are none. */
  static WaitingMails of(Whole whole) {
    var waiting =
        whole.all("/api/notification/messages?state=READY").stream()
            .map(it -> it.path("messageId").asText())
            .collect(Collectors.toSet());
    assertThat(waiting).as("mails that wait for the mail server").isNotEmpty();
    return new WaitingMails(whole, waiting);
  }

  /**
   * Asserts that one of them has arrived as soon as everything else must have recovered.
   *
   * @param returned the moment of the return, of {@link System#nanoTime}
   */
  void leave(long returned, String what) {
    await(what + " returned: a mail that waited has arrived")
        .atMost(Recovery.left(returned))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                whole.mails().stream()
                    .anyMatch(it -> waiting.contains(it.path("messageId").asText())));
    System.out.printf(
        "%s returned: the first of %d mails that waited arrived after %d ms%n",
        what, waiting.size(), Recovery.since(returned).toMillis());
  }
}
