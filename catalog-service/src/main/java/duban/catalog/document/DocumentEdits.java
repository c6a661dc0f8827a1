package duban.catalog.document;

import duban.catalog.edit.Making;
import duban.catalog.edit.Refused;
import duban.catalog.edit.Stored;
import duban.catalog.rights.Permission;
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
  /** What is not read by this is not there for whoever writes. */
  static final String ONE = "GET documents/{id}";

  private final DocumentRepository documents;
  private final UnitRepository units;
  private final Permission permission;
  private final Hanging hanging;

  DocumentEdits(
      DocumentRepository documents, UnitRepository units, Permission permission, Hanging hanging) {
    this.documents = documents;
    this.units = units;
    this.permission = permission;
    this.hanging = hanging;
  }

  Making<DocumentView> making(DocumentForm form) {
    return new Making<>(
        () -> permission.require(owner(form.owner()).code()),
        () -> present(form.id()),
        () -> documents.ifSeen(form.id(), ONE).isPresent(),
        () -> create(form));
  }

  private Optional<Stored<DocumentView>> present(String id) {
    return documents.findByIdOptional(id).map(this::stored);
  }

  private Stored<DocumentView> create(DocumentForm form) {
    documents.save(
        SourceDocument.checked(
            form.id(),
            form.title(),
            owner(form.owner()).id(),
            form.openness(),
            form.sha256(),
            new SourceText(form.lines())));
    return stored(documents.findById(form.id()));
  }

  Stored<DocumentView> change(String id, DocumentMetadata form, @Nullable String ifMatch) {
    DocumentEntity before = documents.known(id, ONE);
    permission.require(units.ref(before.ownerId).orElseThrow().code());
    UnitRef owner = owner(form.owner());
    permission.require(owner.code());
    Version.require(ifMatch, before.version, "document " + id);
    Secrecy.expectNone(form.title(), List.of());
    documents.change(id, form.title(), owner.id(), form.openness());
    hanging.follow();
    return stored(documents.findById(id));
  }

  private Stored<DocumentView> stored(DocumentEntity document) {
    return new Stored<>(DocumentView.of(document, units), document.version);
  }

  private UnitRef owner(String idOrCode) {
    return units
        .seenRef(idOrCode)
        .orElseThrow(
            () ->
                new Refused(
                    "unknown-reference",
                    "owner",
                    "owner is '" + idOrCode + "'; give the id or code of a unit"));
  }
}
