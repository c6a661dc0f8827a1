package duban.catalog.rights;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** An obligation in which a unit organises or acts of which only the text is published. */
@Entity(name = "TextOnlyActing")
@Immutable
@Table(name = "text_only_acting")
class TextOnlyActing {
  @Id
  @Column(name = "obligation_id")
  String obligationId;
}
