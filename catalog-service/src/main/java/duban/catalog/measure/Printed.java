package duban.catalog.measure;

import duban.catalog.document.DocumentRepository;
import duban.catalog.document.PrintedLines;
import duban.catalog.edit.Refused;
import jakarta.enterprise.context.ApplicationScoped;

/** That a heading stands in its document. */
@ApplicationScoped
class Printed {
  private final DocumentRepository documents;
  private final PrintedLines lines;

  Printed(DocumentRepository documents, PrintedLines lines) {
    this.documents = documents;
    this.lines = lines;
  }

  /** Throws Refused if the document is not there or prints no such name. */
  void expect(String documentId, String name) {
    expectDocument(documentId);
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

  /** Throws Refused if the document is not there. */
  void expectDocument(String documentId) {
    if (documents.storedSha256(documentId).isEmpty()) {
      throw new Refused(
          "unknown-reference",
          "documentId",
          "documentId is '" + documentId + "'; give the id of a document");
    }
  }
}
