package duban.chassis.inbox;

import org.jspecify.annotations.Nullable;

/** A record that will never be applied as it is. Makes it a dead letter; those behind it go on. */
public class UnacceptableRecord extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public UnacceptableRecord(Reason reason, String detail) {
    this(reason, detail, null);
  }

  public UnacceptableRecord(Reason reason, String detail, @Nullable Throwable cause) {
    super(detail, cause, false, false); // in a storm of garbage its trace would be most of the work
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
