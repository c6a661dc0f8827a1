package duban.catalog.measure;

import duban.catalog.document.DocumentOwners;
import duban.catalog.document.PrintedLines;
import duban.catalog.edit.Refused;
import duban.catalog.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;

/** That a heading stands in its document, and whose that is. */
@ApplicationScoped
class Printed {
  private final DocumentOwners owners;
  private final PrintedLines lines;
  private final Permission permission;

  Printed(DocumentOwners owners, PrintedLines lines, Permission permission) {
    this.owners = owners;
    this.lines = lines;
    this.permission = permission;
  }

  /**
   * Throws Refused if the caller sees no such document, and 401 or 403 unless it is his to write
   * what it prints.
   */
  void requireSeen(String documentId) {
    permission.require(owners.ofSeen(documentId));
  }

  /** The same of a document that the caller knows already by what hangs on it. */
  void require(String documentId) {
    permission.require(owners.of(documentId));
  }

  /** Throws Refused if the document prints no such name. */
  void expect(String documentId, String name) {
    if (!lines.has(documentId, name)) {
      throw new Refused(
          "quote-not-printed",
          "name",
          "name must be a stretch of a line of "
              + documentId
              + ", to the letter, but is '"
              + name
              + "'");
    }
  }
}
