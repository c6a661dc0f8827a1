package duban.status.progress;

import duban.status.deadline.Deadline;
import duban.status.fold.Standing;
import duban.status.fold.State;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a deadline stands, kept for speed, and the version that was last told. */
@Entity
@Table(name = "progress")
class ProgressRow {

  @Id
  @Column(name = "deadline_id")
  private UUID deadlineId;

  @Column private long version;

  @Column
  @Enumerated(EnumType.STRING)
  private State state;

  @Column private int counted;
  @Column private @Nullable Integer required;

  @Column(name = "effective_due_on")
  private LocalDate effectiveDueOn;

  @Column(name = "due_from")
  @Enumerated(EnumType.STRING)
  private Standing.DueFrom dueFrom;

  @Column(name = "fulfilled_on")
  private @Nullable LocalDate fulfilledOn;

  @Column(name = "deadline_version")
  private long deadlineVersion;

  @Column private boolean again;

  /** For Hibernate. */
  @SuppressWarnings("NullAway")
  protected ProgressRow() {}

  /**
   * @param version the first one that is told
   */
  ProgressRow(Deadline deadline, long version, Standing standing) {
    this.deadlineId = deadline.id();
    this.version = version;
    this.state = standing.state();
    this.counted = standing.counted();
    this.required = deadline.required();
    this.effectiveDueOn = standing.effectiveDueOn();
    this.dueFrom = standing.dueFrom();
    this.fulfilledOn = standing.fulfilledOn();
    this.deadlineVersion = deadline.version();
  }

  /** As it was read. */
  ProgressRow(
      UUID deadlineId,
      long version,
      Standing standing,
      @Nullable Integer required,
      long deadlineVersion) {
    this.deadlineId = deadlineId;
    this.version = version;
    this.state = standing.state();
    this.counted = standing.counted();
    this.required = required;
    this.effectiveDueOn = standing.effectiveDueOn();
    this.dueFrom = standing.dueFrom();
    this.fulfilledOn = standing.fulfilledOn();
    this.deadlineVersion = deadlineVersion;
  }

  /** Takes over where the deadline stands now; true if others have to be told. */
  boolean take(Deadline deadline, Standing standing) {
    boolean told =
        state == standing.state()
            && counted == standing.counted()
            && Objects.equals(required, deadline.required())
            && effectiveDueOn.equals(standing.effectiveDueOn());
    state = standing.state();
    counted = standing.counted();
    required = deadline.required();
    effectiveDueOn = standing.effectiveDueOn();
    dueFrom = standing.dueFrom();
    fulfilledOn = standing.fulfilledOn();
    deadlineVersion = deadline.version();
    again = false;
    version += told ? 0 : 1;
    return !told;
  }

  /** The newest version of the deadline that it was computed by. */
  long deadlineVersion() {
    return deadlineVersion;
  }

  /** Whether it waits to be computed by {@link Rebuild}. */
  boolean again() {
    return again;
  }

  void computeAgain() {
    again = true;
  }

  Standing standing() {
    return new Standing(state, counted, effectiveDueOn, dueFrom, fulfilledOn);
  }

  ProgressSnapshot snapshot() {
    return new ProgressSnapshot(deadlineId, version, state, counted, required, effectiveDueOn);
  }

  UUID deadlineId() {
    return deadlineId;
  }

  long version() {
    return version;
  }
}
