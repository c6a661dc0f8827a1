package duban.notification.message;

import org.jspecify.annotations.Nullable;

/** An attempt and what the server, or the network, said. */
record Attempt(Outcome outcome, @Nullable String error) {

  static Attempt sent() {
    return new Attempt(Outcome.SENT, null);
  }
}
