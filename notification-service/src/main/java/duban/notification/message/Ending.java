package duban.notification.message;

import java.time.Duration;
import java.util.Optional;

/** What follows from how an attempt ended. */
record Ending(Envelope envelope, Attempt attempt) {

  private static final Duration LONGEST = Duration.ofHours(1);

  /** A repetition that was certainly refused leaves the doubt of the first attempt. */
  MessageState state() {
    return switch (attempt.outcome()) {
      case SENT -> MessageState.SENT;
      case NOT_NOW, DEFERRED -> envelope.repeat() ? MessageState.IN_DOUBT : MessageState.READY;
      case NEVER -> MessageState.FAILED;
      case UNCLEAR, LOST -> MessageState.IN_DOUBT;
    };
  }

  /** The state in which it stays, for staff to see to; empty if it arrived or is tried again. */
  Optional<MessageState> stuck() {
    var ended =
        attempt.outcome() == Outcome.NEVER
            || (attempt.outcome() == Outcome.UNCLEAR && envelope.repeat());
    return ended ? Optional.of(state()) : Optional.empty();
  }

  /**
   * A server that is away is asked again and again, so that it is used as soon as it is back; one
   * that puts off a single mail is given ever more time.
   */
  Duration pause(MailServerSettings patience) {
    return switch (attempt.outcome()) {
      case UNCLEAR, LOST -> patience.timeout();
      case DEFERRED -> {
        var doubled = patience.backoff().multipliedBy(1L << Math.min(envelope.attempts() - 1, 10));
        yield doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
      }
      default -> patience.backoff();
    };
  }
}
