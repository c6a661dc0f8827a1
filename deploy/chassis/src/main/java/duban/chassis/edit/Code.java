package duban.chassis.edit;

/** A client's own id of documents, units, obligations and the like; it stands in addresses. */
public final class Code {

  /** For {@code @Pattern}, which puts it into the contract too. */
  public static final String FORM = "^[A-Za-z0-9-]{1,60}$";

  private Code() {}
}
