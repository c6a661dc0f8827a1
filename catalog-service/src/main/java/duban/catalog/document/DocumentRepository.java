package duban.catalog.document;

import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.clock.BusinessClock;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Optional;

/** The documents. A source text never changes, so what is there stays. */
@ApplicationScoped
public class DocumentRepository implements PanacheRepositoryBase<DocumentEntity, String> {
  private static final String INSERT =
      """
      INSERT INTO document (id, title, owner_id, openness, sha256, line_count, recorded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String INSERT_LINES =
      """
      INSERT INTO document_line (document_id, number, text)
      SELECT ?, number, text FROM unnest(?::text[]) WITH ORDINALITY AS given(text, number)
      """;

  private static final String CHANGE =
      """
      UPDATE document
      SET title = ?, owner_id = ?, openness = ?, recorded_at = ?, version = version + 1
      WHERE id = ? AND (title, owner_id, openness) IS DISTINCT FROM (?, ?, ?)
      """;

  private final SnapshotStore store;
  private final BusinessClock clock;
  private final Seen seen;

  DocumentRepository(SnapshotStore store, BusinessClock clock, Seen seen) {
    this.store = store;
    this.clock = clock;
    this.seen = seen;
  }

  /** Returns whether it is new. */
  public boolean save(SourceDocument document) {
    int added =
        store.run(
            INSERT,
            document.id(),
            document.title(),
            document.ownerId(),
            document.openness().name(),
            document.sha256(),
            document.text().lines().size(),
            clock.now().atOffset(ZoneOffset.UTC));
    if (added > 0) {
      store.run(INSERT_LINES, document.id(), document.text().lines());
    }
    return added > 0;
  }

  /** What may change of one that is stored; its owner by the id. */
  public Optional<DocumentMetadata> metadata(String id) {
    return findByIdOptional(id)
        .map(it -> new DocumentMetadata(it.title, it.ownerId, Openness.valueOf(it.openness)));
  }

  /** Changes what may change; the same again changes nothing. */
  public void change(String id, String title, String ownerId, Openness openness) {
    store.run(
        CHANGE,
        title,
        ownerId,
        openness.name(),
        clock.now().atOffset(ZoneOffset.UTC),
        id,
        title,
        ownerId,
        openness.name());
  }

  /** The SHA-256 under which a document is stored, or empty text if it is not. */
  public String storedSha256(String id) {
    return findByIdOptional(id).map(document -> document.sha256).orElse("");
  }

  /** For the caller of an operation one that is not seen is not there. */
  DocumentEntity known(String id, String operation) {
    return Parameter.text("id", id)
        .flatMap(it -> ifSeen(it, operation))
        .orElseThrow(
            () -> Problems.notFound("document-not-known", "No document has the id '" + id + "'"));
  }

  Optional<DocumentEntity> ifSeen(String id, String operation) {
    return seen.documents(new Where().equal("id", id), operation).first(this);
  }
}
