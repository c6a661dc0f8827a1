package duban.catalog.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "document_line")
@IdClass(DocumentLineEntity.Key.class)
class DocumentLineEntity {
  @Id
  @Column(name = "document_id")
  String documentId;

  @Id @Column int number;

  @Column String text;

  record Key(String documentId, int number) implements Serializable {}
}
