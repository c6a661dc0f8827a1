package duban.status.event;

import duban.status.chain.PrivatePart;
import duban.status.chain.Sha256;
import duban.status.fold.EventType;
import duban.status.fold.Finding;
import duban.status.fold.Rating;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says has happened.
 *
 * @param id the client's own, of any version but 5; the same request with it again gets the first
 *     answer
 * @param effectiveOn the day on which it happened, in Beijing
 * @param attributes numbers, booleans and short codes by name, such as {@code {"days": 2}}; never
 *     anything personal
 * @param reason why it goes back (REWORK_ORDERED), was not done (EXPLAINED), was wrong (VOIDED)
 * @param outcome of VERIFIED: whether a standing duty holds
 * @param occurrenceId common to the events with which one occurrence counts for several deadlines
 */
@Schema(
    additionalProperties = Schema.False.class,
    extensions = @Extension(name = "x-refers-to", value = "deadlineId voids"))
record NewEvent(
    @Schema(required = true) @Nullable UUID id,
    @Schema(required = true) @Nullable UUID deadlineId,
    @Schema(required = true) @Nullable EventType type,
    @Schema(required = true) @Nullable LocalDate effectiveOn,
    @Schema(
            description =
                "Numbers up to 1e12, true or false, and codes of at most 40 letters and digits",
            maxProperties = 30)
        @Nullable Map<String, Object> attributes,
    @Schema(minLength = 1, maxLength = 4000) @Nullable String note,
    @Nullable Evidence evidence,
    @Schema(minLength = 1, maxLength = 4000) @Nullable String reason,
    @Nullable LocalDate reworkDueOn,
    @Nullable Rating rating,
    @Nullable Finding outcome,
    @Nullable UUID voids,
    @Schema(minLength = 1, maxLength = 200) @Nullable String signedOffBy,
    @Schema(pattern = "^[A-Za-z0-9-]{1,64}$", maxLength = 64) @Nullable String occurrenceId) {

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
    put(rest, "outcome", outcome);
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
