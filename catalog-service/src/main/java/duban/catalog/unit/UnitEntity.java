package duban.catalog.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Read only: units are written set-based by {@link UnitStore}. Other features' queries look it up
 * by its name.
 */
@Entity(name = "Unit")
@Immutable
@Table(name = "unit")
class UnitEntity {
  @Id String id;

  @Column String code;
  @Column String name;
  @Column String aliases;
  @Column String kind;
  @Column String relation;

  @Column(name = "superior_id")
  String superiorId;

  @Column int version;

  @Column
  @JdbcTypeCode(SqlTypes.JSON)
  String body;
}
