package duban.chassis.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the service writes to its log at WARN or above, but for what works in the background. */
final class LogWatch extends Handler implements AutoCloseable {

  /** Kafka's client, and the validator with which the test itself looks at an answer. */
  private static final List<String> NOT_OURS = List.of("org.apache.kafka", "com.networknt");

  private final List<String> warnings = new CopyOnWriteArrayList<>();

  LogWatch() {
    setLevel(Level.WARNING);
    Logger.getLogger("").addHandler(this);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public void publish(LogRecord it) {
    if (it.getLevel().intValue() >= Level.WARNING.intValue()
        && NOT_OURS.stream().noneMatch(String.valueOf(it.getLoggerName())::startsWith)) {
      warnings.add(it.getLevel() + " " + it.getLoggerName() + ": " + it.getMessage());
    }
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
