package duban.catalog.calendar;

import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Day;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Trial;
import duban.catalog.listing.Keyset;
import duban.catalog.listing.Where;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Working days by year. */
@Path("/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "calendars",
    description =
        "Days off and make-up working days, year by year: by them dates roll to working days.")
@PermitAll
class CalendarsResource {
  private static final String NOTICE =
      """
      {"daysOff": {"2028-01-01": "元旦", "2028-10-02": "国庆节", "2028-10-31": "补休"},
       "makeUpWorkingDays": {"2028-10-28": "补休"}}
      """;
  private static final Keyset<CalendarEntity> ORDER =
      new Keyset<CalendarEntity>().by("year", it -> it.year, Integer::valueOf);

  private final CalendarRepository calendars;
  private final CalendarEdits edits;
  private final Edits editing;

  CalendarsResource(CalendarRepository calendars, CalendarEdits edits, Edits editing) {
    this.calendars = calendars;
    this.edits = edits;
    this.editing = editing;
  }

  /** In the order of the years. */
  @GET
  @Operation(summary = "List the years")
  public Page<CalendarYear> list(@BeanParam Paging paging) {
    return ORDER.page(calendars, new Where(), paging).map(CalendarRepository::year);
  }

  @GET
  @Operation(summary = "Read one year")
  @Path("/{year}")
  @Extension(name = "x-problems", value = "calendar-not-known")
  public RestResponse<CalendarYear> one(@PathParam("year") String year) {
    CalendarEntity calendar = calendars.known(year);
    return Edits.shown(CalendarRepository.year(calendar), calendar.version);
  }

  /**
   * Takes the notice of a year, which then is no longer provisional, and moves what is due by it. A
   * year without a calendar needs no If-Match.
   */
  @PUT
  @Operation(summary = "Set the days of a year, and make the deadlines again")
  @Path("/{year}")
  @Extension(name = "x-problems", value = "invalid-calendar confirmation-needed edit-too-long")
  public RestResponse<Edited<CalendarYear>> put(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(example = "2028")
          @PathParam("year")
          String year,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a notice", value = NOTICE)))
          @Valid
          @NotNull
          CalendarForm calendar,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    int known =
        CalendarRepository.number(year)
            .filter(it -> it >= Day.FIRST_YEAR && it <= Day.LAST_YEAR)
            .orElseThrow(
                () ->
                    Problems.badRequest(
                        "invalid-parameter",
                        "year is '" + year + "'; give one such as 2028",
                        "year"));
    return editing.change(
        "calendar", year, ifMatch, trial, () -> edits.put(known, calendar, ifMatch, confirm));
  }
}
