package duban.status.event;

import duban.status.chain.PrivatePart;
import duban.status.chain.StoredEvent;
import duban.status.fold.Event;
import duban.status.fold.EventType;
import duban.status.fold.Finding;
import duban.status.fold.Rating;
import duban.status.fold.Verdict;
import duban.status.progress.ProgressView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is shown.
 *
 * @param actor 22 characters that stand for the account that recorded it; absent for what follows
 *     by itself
 * @param actorUnit the code of the unit for which that account recorded it
 * @param actorName of the person; absent once it was erased
 * @param personal note, evidence, reason, signedOffBy; absent if there is none
 * @param personalGone why there is none although there was: ERASED on purpose, or LOST when the
 *     database was restored and only the event itself came back
 * @param previous hex SHA-256 of the event before it in its measure's chain
 * @param hash hex SHA-256 of this event's stored bytes
 * @param effect what it did; {@code why} says why it did not do what its type does
 * @param progress the deadline's progress after it; only in the answer to its recording
 */
@Schema(examples = Examples.RECORDED)
public record EventView(
    UUID id,
    UUID deadlineId,
    String measureId,
    String unit,
    EventType type,
    String typeName,
    LocalDate effectiveOn,
    Instant recordedAt,
    @Nullable String actor,
    @Nullable String actorUnit,
    @Nullable String actorName,
    @Nullable Map<String, Object> attributes,
    @Nullable String occurrenceId,
    @Nullable UUID voids,
    @Nullable Rating rating,
    @Nullable String ratingName,
    @Nullable Finding outcome,
    @Nullable String outcomeName,
    @Nullable LocalDate reworkDueOn,
    @Nullable Map<String, Object> personal,
    @Nullable Gone personalGone,
    long seq,
    String previous,
    String hash,
    Verdict.Effect effect,
    @Nullable String why,
    @Nullable ProgressView progress) {

  /** What became of the personal part. */
  public enum Gone {
    ERASED,
    LOST
  }

  public static EventView of(
      StoredEvent stored,
      @Nullable PrivatePart part,
      Map<String, String> names,
      Verdict.Effect effect,
      @Nullable String why,
      @Nullable ProgressView progress) {
    Event event = stored.event();
    Rating rating = event.rating();
    Finding outcome = event.outcome();
    return new EventView(
        event.id(),
        event.deadlineId(),
        event.measureId(),
        event.unit(),
        event.type(),
        event.type().chinese(),
        event.effectiveOn(),
        event.recordedAt(),
        event.actor(),
        event.actorUnit(),
        event.actor() == null ? null : names.get(event.actor()),
        event.attributes(),
        event.occurrenceId(),
        event.voids(),
        rating,
        rating == null ? null : rating.chinese(),
        outcome,
        outcome == null ? null : outcome.chinese(),
        event.reworkDueOn(),
        part == null ? null : part.read(),
        part == null && event.privateHash() != null ? gone(stored) : null,
        event.seq(),
        event.previous(),
        stored.hash(),
        effect,
        why,
        progress);
  }

  private static Gone gone(StoredEvent stored) {
    return stored.returned() ? Gone.LOST : Gone.ERASED;
  }
}
