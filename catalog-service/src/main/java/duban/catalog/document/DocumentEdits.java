package duban.catalog.document;

import duban.catalog.edit.Refused;
import duban.catalog.edit.Stored;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.UnitRepository;
import duban.chassis.edit.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes documents, in the transaction of an edit. */
@ApplicationScoped
class DocumentEdits {
  private final DocumentRepository documents;
  private final UnitRepository units;

  DocumentEdits(DocumentRepository documents, UnitRepository units) {
    this.documents = documents;
    this.units = units;
  }

  Optional<Stored<DocumentView>> present(String id) {
    return documents.findByIdOptional(id).map(this::stored);
  }

  Stored<DocumentView> create(DocumentForm form) {
    documents.save(
        SourceDocument.checked(
            form.id(),
            form.title(),
            owner(form.owner()),
            form.openness(),
            form.sha256(),
            new SourceText(form.lines())));
    return stored(documents.known(form.id()));
  }

  Stored<DocumentView> change(String id, DocumentMetadata form, @Nullable String ifMatch) {
    DocumentEntity before = documents.known(id);
    Version.require(ifMatch, before.version, "document " + id);
    Secrecy.expectNone(form.title(), List.of());
    documents.change(id, form.title(), owner(form.owner()), form.openness());
    return stored(documents.known(id));
  }

  private Stored<DocumentView> stored(DocumentEntity document) {
    return new Stored<>(DocumentView.of(document, units), document.version);
  }

  private String owner(String idOrCode) {
    return units
        .ref(idOrCode)
        .map(UnitRef::id)
        .orElseThrow(
            () ->
                new Refused(
                    "unknown-reference",
                    "owner",
                    "owner is '" + idOrCode + "'; give the id or code of a unit"));
  }
}
