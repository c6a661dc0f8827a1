package duban.catalog.document;

/** What hangs on documents and is published with how open they are. */
public interface Hanging {

  /** In the running transaction: tells of all that is published otherwise than its document is. */
  void follow();
}
