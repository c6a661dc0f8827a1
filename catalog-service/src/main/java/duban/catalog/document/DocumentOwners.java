package duban.catalog.document;

import duban.catalog.edit.Refused;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.UnitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whose the documents are: what hangs on one is written by whoever may write for its owner. */
@ApplicationScoped
public class DocumentOwners {
  private final DocumentRepository documents;
  private final UnitRepository units;

  DocumentOwners(DocumentRepository documents, UnitRepository units) {
    this.documents = documents;
    this.units = units;
  }

  /** The owner's code. */
  public String of(String documentId) {
    return code(documents.findByIdOptional(documentId)).orElseThrow();
  }

  /** The same of a document that a caller names: throws Refused if he sees no such one. */
  public String ofSeen(String documentId) {
    return code(documents.ifSeen(documentId, DocumentEdits.ONE))
        .orElseThrow(
            () ->
                new Refused(
                    "unknown-reference",
                    "documentId",
                    "documentId is '" + documentId + "'; give the id of a document"));
  }

  private Optional<String> code(Optional<DocumentEntity> document) {
    return document.flatMap(it -> units.ref(it.ownerId)).map(UnitRef::code);
  }
}
