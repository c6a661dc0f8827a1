package duban.catalog.deadline;

import duban.catalog.calendar.CalendarRepository;
import duban.catalog.listing.Where;
import duban.catalog.measure.MeasureRepository;
import duban.catalog.obligation.ObligationRepository;
import duban.catalog.unit.UnitRepository;
import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What each unit owes, and by when. */
@Path("/deadlines")
@PermitAll
class DeadlinesResource {
  private final DeadlineRepository deadlines;
  private final ObligationRepository obligations;
  private final CalendarRepository calendars;
  private final MeasureRepository measures;
  private final UnitRepository units;

  DeadlinesResource(
      DeadlineRepository deadlines,
      ObligationRepository obligations,
      CalendarRepository calendars,
      MeasureRepository measures,
      UnitRepository units) {
    this.deadlines = deadlines;
    this.obligations = obligations;
    this.calendars = calendars;
    this.measures = measures;
    this.units = units;
  }

  /** In the order of their due dates. */
  @GET
  public Page<Deadline> list(@BeanParam DeadlineFilter filter, @BeanParam Paging paging) {
    Where where = filter.where(units, measures);
    paging.after().ifPresent(it -> after(where, Cursor.decode(it, 2)));
    return Page.of(
            where.fetch(deadlines, "dueOn, id", paging.limit()),
            paging.limit(),
            it -> Cursor.encode(it.dueOn.toString(), it.id.toString()))
        .map(DeadlineEntity::deadline);
  }

  private static void after(Where where, List<String> key) {
    try {
      where.and(
          "(dueOn > :due0 or dueOn = :due0 and id > :id0)",
          Map.of("due0", LocalDate.parse(key.get(0)), "id0", UUID.fromString(key.get(1))));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Cursor.malformed();
    }
  }

  @GET
  @Path("/{id}")
  public Deadline one(@PathParam("id") String id) {
    return Parameter.uuid("id", id)
        .flatMap(deadlines::findByIdOptional)
        .map(DeadlineEntity::deadline)
        .orElseThrow(
            () -> Problems.notFound("deadline-not-known", "No deadline has the id '" + id + "'"));
  }

  /** Why it is due when it is due. */
  @GET
  @Path("/{id}/explanation")
  public Explanation explanation(@PathParam("id") String id) {
    Deadline deadline = one(id);
    return Explanation.of(
        deadline,
        obligations.obligation(deadline.obligationId()).orElseThrow(),
        calendars.working());
  }
}
