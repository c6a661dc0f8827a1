package duban.catalog.document;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The lines of the documents. */
@ApplicationScoped
class DocumentLines implements PanacheRepositoryBase<DocumentLineEntity, DocumentLineEntity.Key> {

  SourceText text(String documentId) {
    List<DocumentLineEntity> lines = list("documentId = ?1 order by number", documentId);
    return new SourceText(lines.stream().map(line -> line.text).toList());
  }
}
