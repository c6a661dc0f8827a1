package duban.catalog.obligation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** That an obligation names a unit or group as responsible. */
@Entity(name = "ObligationUnit")
@Immutable
@Table(name = "obligation_unit")
@IdClass(ObligationUnitEntity.Key.class)
class ObligationUnitEntity {
  @Id
  @Column(name = "obligation_id")
  String obligationId;

  @Id
  @Column(name = "unit_id")
  String unitId;

  record Key(String obligationId, String unitId) implements Serializable {}
}
