package duban.catalog.rights;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A unit whose name is that of somebody, such as a deputy. */
@Entity(name = "Person")
@Immutable
@Table(name = "person")
class Person {
  @Id
  @Column(name = "unit_id")
  String unitId;
}
