package duban.status.event;

import duban.chassis.page.Cursor;
import duban.chassis.problem.Parameter;
import duban.status.fold.EventType;
import duban.status.listing.Clauses;
import duban.status.listing.Sensible;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a list of events is filtered by, beside whose they are. */
public class EventFilter {

  @QueryParam("deadline")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      schema = @Schema(implementation = UUID.class),
      example = "c8016298-c172-53b1-9eee-346aed4e1360")
  @Nullable String deadline;

  @QueryParam("type")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Only events of this type",
      schema = @Schema(implementation = EventType.class))
  @Nullable String type;

  @QueryParam("from")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Happened on this day or later",
      schema = @Schema(implementation = LocalDate.class),
      example = "2027-10-01")
  @Nullable String from;

  @QueryParam("to")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Happened on this day or earlier",
      schema = @Schema(implementation = LocalDate.class),
      example = "2027-10-31")
  @Nullable String to;

  /** Conditions on an {@code event e}. */
  void addTo(Clauses clauses) {
    Parameter.uuid("deadline", deadline).ifPresent(it -> clauses.equal("e.deadline_id", it));
    Parameter.oneOf("type", type, EventType.class)
        .ifPresent(it -> clauses.equal("e.type", it.name()));
    Sensible.day("from", from).ifPresent(it -> clauses.and("e.effective_on >= ?", it));
    Sensible.day("to", to).ifPresent(it -> clauses.and("e.effective_on <= ?", it));
  }

  /**
   * What is asked of what is told as it happens, where there is no query.
   *
   * @param type absent for what is no event
   * @param day on which it happened, or for which it is told
   */
  public record Subject(UUID deadline, @Nullable String type, @Nullable LocalDate day) {}

  /** The same conditions on a subject. */
  public Predicate<Subject> predicate() {
    Optional<UUID> ofDeadline = Parameter.uuid("deadline", deadline);
    Optional<EventType> ofType = Parameter.oneOf("type", type, EventType.class);
    Optional<LocalDate> first = Sensible.day("from", from);
    Optional<LocalDate> last = Sensible.day("to", to);
    return it ->
        ofDeadline.filter(wanted -> !wanted.equals(it.deadline())).isEmpty()
            && ofType.filter(wanted -> !wanted.name().equals(it.type())).isEmpty()
            && first.filter(day -> it.day() == null || it.day().isBefore(day)).isEmpty()
            && last.filter(day -> it.day() == null || it.day().isAfter(day)).isEmpty();
  }

  static String cursor(EventView last) {
    return Cursor.encode(last.recordedAt().toString(), last.id().toString());
  }

  /** Only what comes behind this cursor. */
  static void behind(String cursor, Clauses clauses) {
    var key = Cursor.decode(cursor, 2);
    try {
      Instant at = Instant.parse(key.get(0));
      if (!Sensible.sensible(at)) {
        throw Cursor.malformed();
      }
      clauses.and("(e.recorded_at, e.id) > (?, ?)", at, UUID.fromString(key.get(1)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Cursor.malformed();
    }
  }
}
