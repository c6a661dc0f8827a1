package duban.chassis.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A copy of a failure for the log, whose words are safe; its stack trace is the same. */
final class SafeThrowable extends Throwable {

  private static final long serialVersionUID = 1;

  private final String said;

  private SafeThrowable(Throwable failure, @Nullable Throwable cause) {
    super(failure.getMessage(), cause, true, true);
    said = Escaped.text(Masked.text(String.valueOf(failure)));
    setStackTrace(failure.getStackTrace());
  }

  static SafeThrowable of(Throwable failure) {
    return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static SafeThrowable of(Throwable failure, Set<Throwable> seen) {
    seen.add(failure);
    var cause = failure.getCause();
    var safe =
        new SafeThrowable(failure, cause == null || seen.contains(cause) ? null : of(cause, seen));
    for (var other : failure.getSuppressed()) {
      if (!seen.contains(other)) {
        safe.addSuppressed(of(other, seen));
      }
    }
    return safe;
  }

  @Override
  public String getMessage() {
    return said;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this; // that of the failure is set instead
  }

  @Override
  public String toString() {
    return said;
  }
}
