package duban.chassis.inbox;

/** A record that will never be applied as it is. Makes it a dead letter; those behind it go on. */
public class UnacceptableRecord extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public UnacceptableRecord(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public UnacceptableRecord(Reason reason, String detail, Throwable cause) {
    super(detail, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
