package duban.status.fold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a deadline, without anything personal: exactly what the chain keeps
 * and {@code duban.implementation} carries.
 *
 * @param seq number in the chain of its measure, from 1
 * @param previous hex SHA-256 of the stored bytes of the event before it in that chain, 64 zeros
 *     for the first
 * @param unit code of the responsible unit
 * @param outcome what a check of a standing duty found
 * @param reworkDueOn the day by which it has to be done again
 * @param dueOn with {@code reworkDueOn}: the printed date at that time, so that a newer one is
 *     known as newer
 * @param privateHash hex SHA-256 of salt and content of what lies beside the chain
 * @param actor 22 characters that stand for the account that recorded it and tell nothing of it
 * @param actorUnit the code of the unit for which that account recorded it
 */
public record Event(
    UUID id,
    long seq,
    String previous,
    String measureId,
    UUID deadlineId,
    String unit,
    EventType type,
    LocalDate effectiveOn,
    Instant recordedAt,
    @Nullable Map<String, Object> attributes,
    @Nullable String occurrenceId,
    @Nullable UUID voids,
    @Nullable Rating rating,
    @Nullable Finding outcome,
    @Nullable LocalDate reworkDueOn,
    @Nullable LocalDate dueOn,
    @Nullable List<String> evidenceKinds,
    @Nullable String privateHash,
    @Nullable String actor,
    @Nullable String actorUnit) {

  /** The same, at its place in the chain. */
  public Event linked(long number, String before, Instant moment) {
    return new Event(
        id,
        number,
        before,
        measureId,
        deadlineId,
        unit,
        type,
        effectiveOn,
        moment,
        attributes,
        occurrenceId,
        voids,
        rating,
        outcome,
        reworkDueOn,
        dueOn,
        evidenceKinds,
        privateHash,
        actor,
        actorUnit);
  }

  boolean hasEvidence() {
    return evidenceKinds != null && !evidenceKinds.isEmpty();
  }

  Map<String, Object> given() {
    return attributes == null ? Map.of() : attributes;
  }
}
