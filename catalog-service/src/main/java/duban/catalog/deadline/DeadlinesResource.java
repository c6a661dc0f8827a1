package duban.catalog.deadline;

import duban.catalog.listing.Keyset;
import duban.catalog.listing.Where;
import duban.catalog.measure.MeasureRepository;
import duban.catalog.rights.Seen;
import duban.catalog.unit.UnitRepository;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What each unit owes, and by when. */
@Path("/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "deadlines",
    description = "What is owed by whom and by when: made from the obligations, never typed in.")
@PermitAll
class DeadlinesResource {
  private static final Keyset<DeadlineEntity> ORDER =
      new Keyset<DeadlineEntity>()
          .by("dueOn", it -> it.dueOn, LocalDate::parse)
          .by("id", it -> it.id, UUID::fromString);

  private final DeadlineRepository deadlines;
  private final Origins origins;
  private final MeasureRepository measures;
  private final UnitRepository units;
  private final Seen seen;
  private final Beside beside;

  DeadlinesResource(
      DeadlineRepository deadlines,
      Origins origins,
      MeasureRepository measures,
      UnitRepository units,
      Seen seen,
      Beside beside) {
    this.deadlines = deadlines;
    this.origins = origins;
    this.measures = measures;
    this.units = units;
    this.seen = seen;
    this.beside = beside;
  }

  /** In the order of their due dates. */
  @GET
  @Operation(summary = "List deadlines by due date")
  public Page<Deadline> list(@BeanParam DeadlineFilter filter, @BeanParam Paging paging) {
    Page<DeadlineEntity> page =
        ORDER.page(deadlines, filter.where(units, measures, seen, this::names), paging);
    return page.map(beside.view(page.items(), DeadlineFilter.LIST));
  }

  /** Whether a deadline that the caller sees is one of the measure. */
  private boolean names(String measure) {
    Where of = new Where().equal("measureId", measure);
    return seen.deadlines(of, DeadlineFilter.LIST).any(deadlines);
  }

  @GET
  @Operation(summary = "Read one deadline")
  @Path("/{id}")
  @Extension(name = "x-problems", value = "deadline-not-known")
  public Deadline one(@PathParam("id") String id) {
    return known(id, "GET deadlines/{id}");
  }

  private Deadline known(String id, String operation) {
    return Parameter.uuid("id", id)
        .flatMap(it -> seen.deadlines(new Where().equal("id", it), operation).first(deadlines))
        .map(it -> beside.view(List.of(it), operation).apply(it))
        .orElseThrow(
            () -> Problems.notFound("deadline-not-known", "No deadline has the id '" + id + "'"));
  }

  /** Why it is due when it is due, by what it was made from. */
  @GET
  @Operation(summary = "Explain why it is due when it is due")
  @Path("/{id}/explanation")
  @Extension(name = "x-problems", value = "deadline-not-known")
  public Explanation explanation(@PathParam("id") String id) {
    Deadline deadline = known(id, "GET deadlines/{id}/explanation");
    return Explanation.of(deadline, origins.of(deadline.id()));
  }
}
