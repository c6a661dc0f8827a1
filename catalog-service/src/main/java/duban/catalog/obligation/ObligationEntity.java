package duban.catalog.obligation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Read only: obligations are written by {@link ObligationStore}. */
@Entity
@Immutable
@Table(name = "obligation")
class ObligationEntity {
  @Id String id;

  @Column(name = "measure_id")
  String measureId;

  @Column String kind;
  @Column String strength;
  @Column String title;

  @Column(name = "in_force_from")
  LocalDate inForceFrom;

  @Column int version;

  @Column
  @JdbcTypeCode(SqlTypes.JSON)
  String body;
}
