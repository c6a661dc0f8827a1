package duban.status.progress;

import duban.chassis.page.Cursor;
import duban.chassis.problem.Parameter;
import duban.status.fold.State;
import duban.status.listing.Clauses;
import duban.status.listing.Sensible;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a list of progress is filtered by. {@code from} and {@code to} are effective due days. */
public class ProgressFilter {

  @QueryParam("obligation")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(example = "o-120a")
  @Nullable String obligation;

  @QueryParam("kind")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description =
          "QUOTA, WINDOW, CHECKPOINTS, ONE_OFF, EACH_TIME, STANDING, or a kind of a newer catalog",
      example = "QUOTA")
  @Nullable String kind;

  @QueryParam("period")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description =
          "2027, with all that lies in it; 2027-H1, 2027-Q3, 2027-10, 2027-W41 or the id of a term",
      example = "2027")
  @Nullable String period;

  @QueryParam("state")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      schema = @Schema(implementation = State.class))
  @Nullable String state;

  @QueryParam("light")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      schema = @Schema(implementation = Light.class))
  @Nullable String light;

  @QueryParam("from")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Due on this day or later, with effect",
      schema = @Schema(implementation = LocalDate.class),
      example = "2027-10-01")
  @Nullable String from;

  @QueryParam("to")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Due on this day or earlier, with effect",
      schema = @Schema(implementation = LocalDate.class),
      example = "2027-12-31")
  @Nullable String to;

  Optional<Light> wantedLight() {
    return Parameter.oneOf("light", light, Light.class);
  }

  /** Everything but the light, which no column holds. */
  void addTo(Clauses clauses) {
    Parameter.text("obligation", obligation).ifPresent(it -> clauses.equal("d.obligation_id", it));
    Parameter.text("kind", kind).ifPresent(it -> clauses.equal("d.kind", it));
    Parameter.periods("period", period).ifPresent(it -> clauses.among("d.period", it));
    Parameter.oneOf("state", state, State.class)
        .ifPresent(it -> clauses.equal("p.state", it.name()));
    Sensible.day("from", from).ifPresent(it -> clauses.and("p.effective_due_on >= ?", it));
    Sensible.day("to", to).ifPresent(it -> clauses.and("p.effective_due_on <= ?", it));
  }

  /** Only what comes behind this cursor. */
  static void behind(String cursor, Clauses clauses) {
    var key = Cursor.decode(cursor, 2);
    try {
      LocalDate due = LocalDate.parse(key.get(0));
      if (!Sensible.sensible(due)) {
        throw Cursor.malformed();
      }
      clauses.and("(p.effective_due_on, p.deadline_id) > (?, ?)", due, UUID.fromString(key.get(1)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Cursor.malformed();
    }
  }
}
