package duban.catalog.calendar;

import duban.catalog.listing.Where;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;

/** Working days by year. */
@Path("/calendars")
@PermitAll
class CalendarsResource {
  private final CalendarRepository calendars;

  CalendarsResource(CalendarRepository calendars) {
    this.calendars = calendars;
  }

  /** In the order of the years. */
  @GET
  public Page<CalendarYear> list(@BeanParam Paging paging) {
    Where where = new Where();
    paging
        .after()
        .ifPresent(
            it ->
                where.and(
                    "year > :after",
                    "after",
                    number(Cursor.decode(it, 1).get(0)).orElseThrow(Cursor::malformed)));
    return Page.of(
            where.fetch(calendars, "year", paging.limit()),
            paging.limit(),
            it -> Cursor.encode(Integer.toString(it.year)))
        .map(CalendarRepository::year);
  }

  @GET
  @Path("/{year}")
  public CalendarYear one(@PathParam("year") String year) {
    return number(year)
        .flatMap(calendars::findByIdOptional)
        .map(CalendarRepository::year)
        .orElseThrow(
            () ->
                Problems.notFound(
                    "calendar-not-known", "There is no calendar of the year '" + year + "'"));
  }

  private static Optional<Integer> number(String text) {
    return text.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
