package duban.chassis.edit;

/** A client's own id of documents, units, obligations and the like; it stands in addresses. */
public final class Code {

  /** For {@code @Pattern}, which puts it into the contract too. */
  public static final String FORM = "^[A-Za-z0-9-]{1,60}$";

  /** The same in words, for whoever writes another. */
  public static final String WRITTEN =
      "must be 1 to 60 letters (A to Z, a to z), digits and hyphens";

  private Code() {}
}
