package duban.catalog.calendar;

import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Trial;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Days of a year that are special to a unit and all below it. */
@Path("/calendars/{year}/local")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendars")
@PermitAll
class LocalDaysResource {
  private static final String ANNIVERSARY =
      """
      {"daysOff": {"2028-09-28": "乡庆"}, "nothingSent": {"2028-06-01": "换届选举日"}}
      """;

  private final CalendarRepository calendars;
  private final LocalDaysEdits edits;
  private final Edits editing;

  LocalDaysResource(CalendarRepository calendars, LocalDaysEdits edits, Edits editing) {
    this.calendars = calendars;
    this.edits = edits;
    this.editing = editing;
  }

  /** All of a year. */
  record LocalDaysList(List<LocalDaysView> items) {}

  /** Of all units that have some. */
  @GET
  @Operation(summary = "List the units that have days of their own")
  @Extension(name = "x-problems", value = "calendar-not-known")
  public LocalDaysList list(@Parameter(example = "2028") @PathParam("year") String year) {
    return new LocalDaysList(edits.of(CalendarRepository.year(calendars.known(year))));
  }

  /** Of one unit; empty if it has none. The ETag is that of the calendar. */
  @GET
  @Path("/{unit}")
  @Operation(summary = "Read the days of one unit")
  @Extension(name = "x-problems", value = "calendar-not-known unit-not-known")
  public RestResponse<LocalDaysView> one(
      @Parameter(example = "2028") @PathParam("year") String year,
      @Parameter(example = "XRD-10") @PathParam("unit") String unit) {
    CalendarEntity calendar = calendars.known(year);
    return Edits.shown(edits.of(CalendarRepository.year(calendar), unit), calendar.version);
  }

  /** Sets them for the unit and all below it, and moves what is due by them. */
  @PUT
  @Path("/{unit}")
  @Operation(summary = "Set the days of one unit, and make the deadlines again")
  @Extension(
      name = "x-problems",
      value =
          "calendar-not-known unit-not-known invalid-calendar confirmation-needed edit-too-long")
  public RestResponse<Edited<LocalDaysView>> put(
      @Parameter(example = "2028") @PathParam("year") String year,
      @Parameter(example = "XRD-10") @PathParam("unit") String unit,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a local holiday", value = ANNIVERSARY)))
          @Valid
          @NotNull
          LocalDaysForm days,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    return editing.change(
        "local-days",
        year,
        ifMatch,
        trial,
        () -> edits.put(calendars.known(year), unit, days, ifMatch, confirm));
  }
}
