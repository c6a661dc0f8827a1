package duban.catalog.occasion;

import duban.catalog.snapshot.Snapshot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Immutable
@Table(name = "occasion_type")
class OccasionTypeEntity {
  @Id String id;

  @Column boolean yearly;
  @Column int version;

  @Column
  @JdbcTypeCode(SqlTypes.JSON)
  String body;

  KeptType kept() {
    return Snapshot.read(body, KeptType.class);
  }
}
