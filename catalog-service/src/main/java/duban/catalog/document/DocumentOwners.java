package duban.catalog.document;

import duban.catalog.edit.Refused;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.UnitRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose the documents are: what hangs on one is written by whoever may write for its owner. */
@ApplicationScoped
public class DocumentOwners {
  private final DocumentRepository documents;
  private final UnitRepository units;

  DocumentOwners(DocumentRepository documents, UnitRepository units) {
    this.documents = documents;
    this.units = units;
  }

  /** The owner's code; throws Refused if the caller sees no such document. */
  public String code(String documentId) {
    return documents
        .ifSeen(documentId, DocumentEdits.ONE)
        .flatMap(document -> units.ref(document.ownerId))
        .map(UnitRef::code)
        .orElseThrow(
            () ->
                new Refused(
                    "unknown-reference",
                    "documentId",
                    "documentId is '" + documentId + "'; give the id of a document"));
  }
}
