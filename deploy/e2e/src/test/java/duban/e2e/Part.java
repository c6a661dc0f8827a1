package duban.e2e;

import java.io.IOException;
import java.util.Locale;

/** Whatever can be killed. */
enum Part {
  CATALOG,
  STATUS,
  NOTIFICATION,
  POSTGRES,
  KAFKA,
  MAIL;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * As {@code kill -9} does; returns when it is dead. It is started again by whoever watches it.
   */
  void kill(Exposed exposed) throws IOException {
    if (this == MAIL) {
      exposed.mailServer().kill();
      exposed.mailServer().start();
      return;
    }
    var process = ProcessHandle.of(exposed.whole().duban().pid(key())).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  boolean ready(Exposed exposed) {
    return this == MAIL ? exposed.mailServer().ready() : exposed.whole().duban().ready(key());
  }
}
