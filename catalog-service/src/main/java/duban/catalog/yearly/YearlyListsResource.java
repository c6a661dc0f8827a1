package duban.catalog.yearly;

import duban.catalog.unit.UnitRepository;
import duban.chassis.problem.Parameter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What each unit owes in a year (年度任务清单). */
@Path("/yearly-lists/{year}")
@Tag(
    name = "yearly-lists",
    description =
        "What each unit owes in a year, in the columns in which it is sent and signed for.")
@PermitAll
class YearlyListsResource {
  static final String ONE = "GET yearly-lists/{year}";

  private final YearlyLists lists;
  private final UnitRepository units;

  YearlyListsResource(YearlyLists lists, UnitRepository units) {
    this.lists = lists;
    this.units = units;
  }

  /**
   * With all that stands in the documents and lasts, also what makes no deadlines. Dates are there
   * for the running year and the next one.
   *
   * @param unit the id or code of a unit, or of a group: its members; absent: of all units
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Read what units owe in a year")
  public YearlyList list(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(example = "2028")
          @PathParam("year")
          String year,
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(example = "XRD-01")
          @QueryParam("unit")
          @Nullable String unit) {
    var id = Parameter.text("unit", unit).map(it -> units.idOf("unit", it));
    return lists.of(Year.of(year).number(), id.orElse(null), ONE);
  }

  /** The same as a table for spreadsheets. */
  @GET
  @Produces("text/csv;charset=UTF-8")
  @Operation(summary = "Read the same as a table for spreadsheets")
  public byte[] sheet(@PathParam("year") String year, @QueryParam("unit") @Nullable String unit) {
    return Sheet.of(list(year, unit)).getBytes(StandardCharsets.UTF_8);
  }
}
