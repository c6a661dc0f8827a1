package duban.catalog.measure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Read only: measures are written set-based. Other features' queries look it up by its name. */
@Entity(name = "Measure")
@Immutable
@Table(name = "measure")
class MeasureEntity {
  @Id String id;

  @Column(name = "document_id")
  String documentId;

  @Column(name = "conference_id")
  String conferenceId;

  @Column(name = "topic_id")
  String topicId;

  @Column int line;
  @Column String text;
  @Column String flags;
  @Column int version;

  @Column
  @JdbcTypeCode(SqlTypes.JSON)
  String body;
}
