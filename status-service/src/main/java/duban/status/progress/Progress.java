package duban.status.progress;

import duban.status.deadline.Deadline;
import duban.status.fold.Standing;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a deadline stands, as it was told last.
 *
 * @param required how much counts as fulfilled, as the deadline said
 * @param deadlineVersion the newest version of the deadline that it was computed by; while lost
 *     copies are read again, what is known of the deadline may be older
 * @param again whether it waits to be computed by {@link Rebuild}
 */
public record Progress(
    UUID deadlineId,
    long version,
    Standing standing,
    @Nullable Integer required,
    long deadlineVersion,
    boolean again) {

  /**
   * Of a new deadline, or when what was known is lost: then the version is at least what was told
   * before, for each had an event or a version of the deadline of its own.
   *
   * @param events how many are recorded of it, with those that led to this
   */
  static Progress first(Deadline deadline, Standing standing, long events) {
    return computed(deadline, standing, deadline.version() + events);
  }

  /** Where it stands now; of a higher version if others have to be told. */
  Progress then(Deadline deadline, Standing standing) {
    Progress now = computed(deadline, standing, version);
    return now.snapshot().equals(snapshot()) ? now : computed(deadline, standing, version + 1);
  }

  private static Progress computed(Deadline deadline, Standing standing, long version) {
    return new Progress(
        deadline.id(), version, standing, deadline.required(), deadline.version(), false);
  }

  ProgressSnapshot snapshot() {
    return new ProgressSnapshot(
        deadlineId,
        version,
        standing.state(),
        standing.counted(),
        required,
        standing.effectiveDueOn());
  }
}
