package duban.catalog.measure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "topic")
@IdClass(KeyInDocument.class)
class TopicEntity {
  @Id
  @Column(name = "document_id")
  String documentId;

  @Id String id;

  @Column String name;
  @Column int position;
}
