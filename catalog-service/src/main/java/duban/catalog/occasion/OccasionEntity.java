package duban.catalog.occasion;

import duban.catalog.snapshot.Snapshot;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Read only: occasions are written by {@link OccasionStore}. */
@Entity(name = "Occasion")
@Immutable
@Table(name = "occasion")
class OccasionEntity {
  @Id UUID id;

  @Column String type;

  @Column(name = "happens_on")
  @Nullable LocalDate date;

  @Column int year;

  @Column(name = "unit_id")
  @Nullable String unitId;

  @Column boolean cancelled;
  @Column boolean untouched;

  @Column(name = "sorted_on")
  LocalDate sortedOn;

  @Column int version;

  @Column
  @JdbcTypeCode(SqlTypes.JSON)
  String body;

  /** Only looked for: whose own matter it is. */
  @Basic(fetch = FetchType.LAZY)
  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable String concerned;

  Kept kept() {
    return Snapshot.read(body, Kept.class);
  }
}
