package duban.catalog.obligation;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

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

  /** Only looked for, as the next: whose own matter it is. */
  @Basic(fetch = FetchType.LAZY)
  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable String concerned;

  @Basic(fetch = FetchType.LAZY)
  @Column(name = "supervisor_id")
  @Nullable String supervisorId;
}
