package duban.catalog.measure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "conference")
@IdClass(KeyInDocument.class)
class ConferenceEntity {
  @Id
  @Column(name = "document_id")
  String documentId;

  @Id String id;

  @Column String name;
  @Column int year;
}
