package duban.status.event;

import duban.status.chain.PrivatePart;
import duban.status.chain.Sha256;
import duban.status.fold.EventType;
import duban.status.fold.Rating;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client says has happened.
 *
 * @param id the client's own; the same request with it again gets the first answer
 * @param effectiveOn the day on which it happened, in Beijing
 * @param attributes numbers, booleans and short codes by name, such as {@code {"days": 2}}; never
 *     anything personal
 * @param occurrenceId common to the events with which one occurrence counts for several deadlines
 */
record NewEvent(
    @Nullable UUID id,
    @Nullable UUID deadlineId,
    @Nullable EventType type,
    @Nullable LocalDate effectiveOn,
    @Nullable Map<String, Object> attributes,
    @Nullable String note,
    @Nullable Evidence evidence,
    @Nullable String reason,
    @Nullable LocalDate reworkDueOn,
    @Nullable Rating rating,
    @Nullable UUID voids,
    @Nullable String signedOffBy,
    @Nullable String occurrenceId) {

  /** What is personal, or may be: free text and names. */
  Map<String, Object> personal() {
    Map<String, Object> personal = new HashMap<>();
    put(personal, "note", note);
    put(personal, "evidence", evidence == null ? null : evidence.content());
    put(personal, "reason", reason);
    put(personal, "signedOffBy", signedOffBy);
    return personal;
  }

  /** Hex SHA-256 of everything else, by which the same request is known again. */
  String fingerprint() {
    Map<String, Object> rest = new TreeMap<>();
    put(rest, "deadlineId", deadlineId);
    put(rest, "type", type);
    put(rest, "effectiveOn", effectiveOn);
    put(rest, "attributes", attributes);
    put(rest, "reworkDueOn", reworkDueOn);
    put(rest, "rating", rating);
    put(rest, "voids", voids);
    put(rest, "occurrenceId", occurrenceId);
    rest.put("personal", personal().keySet().stream().sorted().toList());
    return Sha256.hex(PrivatePart.canonical(rest));
  }

  private static void put(Map<String, Object> map, String name, @Nullable Object value) {
    if (value != null) {
      map.put(name, value);
    }
  }
}
