package duban.catalog.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/** What the documents are called; only whoever sees one may be told. */
@ApplicationScoped
public class Titles {
  private final DocumentRepository documents;

  Titles(DocumentRepository documents) {
    this.documents = documents;
  }

  /** By their ids. */
  public Map<String, String> all() {
    return documents.listAll().stream().collect(Collectors.toMap(it -> it.id, it -> it.title));
  }
}
