package duban.chassis.log;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Makes of every record, whoever wrote it, what may stand in a log: one line, in which nothing is
 * forged and nobody can be reached.
 */
@LoggingFilter(name = "safe-text")
public final class SafeText implements Filter {

  @Override
  @SuppressWarnings("deprecation") // what replaces it belongs to formatters, which come after this
  public boolean isLoggable(LogRecord record) {
    if (record instanceof ExtLogRecord extended) {
      var text = extended.getFormattedMessage();
      var safe = Escaped.text(Masked.text(text));
      if (!safe.equals(text)) {
        extended.setMessage(safe, ExtLogRecord.FormatStyle.NO_FORMAT);
        extended.setParameters(null);
      }
    }
    if (record.getThrown() != null && !(record.getThrown() instanceof SafeThrowable)) {
      record.setThrown(SafeThrowable.of(record.getThrown()));
    }
    return true;
  }
}
