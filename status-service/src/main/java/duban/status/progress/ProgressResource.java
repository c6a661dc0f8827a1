package duban.status.progress;

import duban.chassis.clock.BusinessClock;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import duban.status.chain.Chain;
import duban.status.deadline.Deadline;
import duban.status.deadline.Deadlines;
import duban.status.fold.Event;
import duban.status.fold.EventType;
import duban.status.fold.Fold;
import duban.status.listing.Scope;
import duban.status.listing.Sensible;
import duban.status.sight.Sights;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where deadlines stand. */
@Path("progress")
@Tag(
    name = "progress",
    description =
        "Where each deadline stands: computed from its events, today or on any day before.")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ProgressResource {

  private final ProgressList list;
  private final ProgressNow now;
  private final Deadlines deadlines;
  private final Chain chain;
  private final Lights lights;
  private final BusinessClock clock;
  private final Sights sights;
  private final ProgressShown shown;

  ProgressResource(
      ProgressList list,
      ProgressNow now,
      Deadlines deadlines,
      Chain chain,
      Lights lights,
      BusinessClock clock,
      Sights sights,
      ProgressShown shown) {
    this.list = list;
    this.now = now;
    this.deadlines = deadlines;
    this.chain = chain;
    this.lights = lights;
    this.clock = clock;
    this.sights = sights;
    this.shown = shown;
  }

  @GET
  @Operation(summary = "List where deadlines stand")
  public Page<ProgressView> page(
      @BeanParam Scope scope, @BeanParam ProgressFilter filter, @BeanParam Paging paging) {
    return list.page(scope, filter, paging);
  }

  /**
   * One deadline's progress.
   *
   * @param asOf what was true on that day: events with effect up to it
   * @param knownAt what was known at that moment: events recorded up to it
   */
  @GET
  @Operation(summary = "Read where one deadline stands, now or then")
  @Path("{deadlineId}")
  @Extension(name = "x-problems", value = "deadline-not-known")
  public ProgressView one(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
              schema = @Schema(implementation = UUID.class),
              example = "c8016298-c172-53b1-9eee-346aed4e1360")
          @PathParam("deadlineId")
          String deadlineId,
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
              description = "What was true on that day",
              schema = @Schema(implementation = LocalDate.class),
              example = "2027-10-25")
          @QueryParam("asOf")
          @Nullable String asOf,
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
              description = "What was known at that moment",
              schema = @Schema(implementation = Instant.class),
              example = "2027-10-25T01:00:00Z")
          @QueryParam("knownAt")
          @Nullable String knownAt) {
    UUID id = Parameter.uuid("deadlineId", deadlineId).orElseThrow();
    Optional<LocalDate> day = Sensible.day("asOf", asOf);
    Optional<Instant> moment = Sensible.moment("knownAt", knownAt);
    if (day.isEmpty() && moment.isEmpty()) {
      Optional<ProgressView> stored = now.of(id);
      if (stored.isPresent()) {
        return stored.get();
      }
    }
    if (!sights.sees(id)) {
      throw Deadlines.notKnown(id);
    }
    return QuarkusTransaction.requiringNew().call(() -> computed(id, day, moment));
  }

  private ProgressView computed(UUID id, Optional<LocalDate> day, Optional<Instant> moment) {
    Instant present = clock.now();
    Instant known = moment.orElse(present);
    LocalDate on = day.orElseGet(() -> known.atZone(BusinessClock.ZONE).toLocalDate());
    if (known.isAfter(present)) {
      throw future("knownAt", known, present);
    }
    LocalDate today = present.atZone(BusinessClock.ZONE).toLocalDate();
    if (on.isAfter(today)) {
      throw future("asOf", on, today);
    }
    Deadline deadline = moment.isEmpty() ? deadlines.known(id) : deadlines.knownAt(id, known);
    List<Event> events =
        chain.ofDeadline(id).stream()
            .filter(event -> !event.recordedAt().isAfter(known))
            .filter(event -> counts(event, on))
            .toList();
    Lights.Today then = lights.on(on, known, deadline.unit().id());
    return shown.of(
        ProgressView.of(deadline, null, Fold.of(deadline, events), events, then), deadline, then);
  }

  /** A correction says what was wrong all along, whatever day it was made on. */
  private static boolean counts(Event event, LocalDate day) {
    return event.type() == EventType.VOIDED || !event.effectiveOn().isAfter(day);
  }

  private static RuntimeException future(String name, Object given, Object now) {
    return Problems.badRequest(
        "invalid-parameter", name + " is " + given + ", in the future; give at most " + now, name);
  }
}
