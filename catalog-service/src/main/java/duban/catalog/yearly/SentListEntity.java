package duban.catalog.yearly;

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

/** Read only: lists are written by {@link SentListStore}. */
@Entity(name = "SentList")
@Immutable
@Table(name = "sent_list")
class SentListEntity {
  @Id UUID id;

  @Column(name = "sending_id")
  UUID sendingId;

  @Column int year;

  @Column(name = "unit_id")
  String unitId;

  @Column(name = "sent_on")
  LocalDate sentOn;

  @Column int items;

  @Column int version;

  @Basic(fetch = FetchType.LAZY)
  @JdbcTypeCode(SqlTypes.JSON)
  String body;

  SentList list() {
    return Snapshot.read(body, SentList.class).at(version);
  }
}
