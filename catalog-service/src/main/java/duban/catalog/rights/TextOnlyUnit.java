package duban.catalog.rights;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A unit of which only the text is published: what it owes, and by when, is not. */
@Entity(name = "TextOnlyUnit")
@Immutable
@Table(name = "text_only_unit")
class TextOnlyUnit {
  @Id
  @Column(name = "unit_id")
  String unitId;
}
