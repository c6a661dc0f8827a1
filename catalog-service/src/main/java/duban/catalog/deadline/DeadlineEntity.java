package duban.catalog.deadline;

import duban.catalog.snapshot.Snapshot;
import duban.chassis.clock.BusinessClock;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Read only: deadlines are made set-based by {@link DeadlineStore}. */
@Entity
@Immutable
@Table(name = "deadline")
class DeadlineEntity {
  @Id UUID id;

  @Column String status;

  @Column(name = "obligation_id")
  String obligationId;

  @Column(name = "measure_id")
  String measureId;

  @Column(name = "unit_id")
  String unitId;

  @Column String kind;
  @Column String title;
  @Column String period;

  @Column(name = "due_on")
  LocalDate dueOn;

  @Column(name = "moved_from")
  @Nullable LocalDate movedFrom;

  @Column int version;

  @Column
  @JdbcTypeCode(SqlTypes.JSON)
  String body;

  /** Only looked for, as the next: whose own matter it is. */
  @Basic(fetch = FetchType.LAZY)
  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable String concerned;

  @Basic(fetch = FetchType.LAZY)
  @Column(name = "supervisor_id")
  @Nullable String supervisorId;

  @Column(name = "made_at")
  Instant madeAt;

  /** The last edition of a rule, unit or calendar when it was made so. */
  @Column(name = "made_under")
  long madeUnder;

  Deadline deadline() {
    return Snapshot.read(body, Deadline.class)
        .standing(
            version,
            DeadlineStatus.valueOf(status),
            movedFrom,
            madeAt.atZone(BusinessClock.ZONE).toLocalDate());
  }
}
