package duban.catalog.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** Other features' queries look it up by its name. */
@Entity(name = "Document")
@Immutable
@Table(name = "document")
class DocumentEntity {
  @Id String id;

  @Column String title;

  @Column(name = "owner_id")
  String ownerId;

  @Column String openness;
  @Column String sha256;

  @Column(name = "line_count")
  int lineCount;

  @Column int version;

  @Column(name = "recorded_at")
  Instant recordedAt;
}
