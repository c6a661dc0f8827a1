package duban.catalog.occasion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "attribute")
class AttributeEntity {
  @Id String name;

  @Column String label;
  @Column String type;
  @Column int version;

  AttributeType attribute() {
    return new AttributeType(name, ValueType.valueOf(type), label, version);
  }
}
