package duban.status.chain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Immutable
@Table(name = "event_private")
class StoredPrivatePart {

  @Id
  @Column(name = "event_id")
  private UUID eventId;

  @Column private byte[] salt;

  @Column
  @JdbcTypeCode(SqlTypes.JSON)
  private String content;

  /** For Hibernate. */
  @SuppressWarnings("NullAway")
  protected StoredPrivatePart() {}

  UUID eventId() {
    return eventId;
  }

  PrivatePart part() {
    return PrivatePart.stored(salt, content);
  }
}
