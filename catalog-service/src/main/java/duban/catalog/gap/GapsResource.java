package duban.catalog.gap;

import duban.catalog.unit.UnitRepository;
import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What waits for a person to say how it should be. */
@Path("/gaps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "gaps",
    description =
        "What waits for a person to say how it should be, each with the one call that settles it."
            + " Units without a contact: GET /api/notification/gaps.")
@PermitAll
class GapsResource {
  private final Gaps gaps;
  private final UnitRepository units;

  GapsResource(Gaps gaps, UnitRepository units) {
    this.gaps = gaps;
    this.units = units;
  }

  /**
   * A page of gaps.
   *
   * @param next the cursor for {@code after}, absent on the last page
   * @param counts how many of each kind there are beyond the page, whatever kind it is kept to
   */
  record GapList(List<Gap> items, @Nullable String next, Map<GapKind, Long> counts) {}

  /**
   * In the order of their ids. Who settled one is in {@code GET authorship}, under the thing and id
   * of what was written. Units for which nobody receives are the notification service's own: {@code
   * GET /api/notification/gaps}.
   *
   * @param unit the id or code of a unit that it is about, or that owes or organises what it is
   *     about
   * @param obligation the id of an obligation that it is about
   * @param measure the id of the measure of such an obligation
   */
  @GET
  @Operation(summary = "List what waits for a person")
  public GapList list(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("obligation") @Nullable String obligation,
      @QueryParam("measure") @Nullable String measure,
      @BeanParam Paging paging,
      @Context UriInfo uri) {
    var ofKind = Parameter.oneOf("kind", kind, GapKind.class);
    var ofUnit = Parameter.text("unit", unit).map(it -> units.idOf("unit", it));
    var ofObligation = Parameter.text("obligation", obligation);
    var ofMeasure = Parameter.text("measure", measure);
    int limit = paging.limit();
    String after = paging.after().map(it -> Cursor.decode(it, 1).get(0)).orElse("");
    List<Gap> meant =
        ofUnit.map(gaps::of).orElseGet(gaps::all).stream()
            .filter(it -> ofObligation.map(it.obligations()::contains).orElse(true))
            .filter(it -> ofMeasure.map(it.measures()::contains).orElse(true))
            .toList();
    List<Gap> behind =
        meant.stream()
            .filter(it -> ofKind.map(it.kind()::equals).orElse(true))
            .filter(it -> it.id().compareTo(after) > 0)
            .limit(limit + 1L)
            .toList();
    Page<Gap> page =
        Page.of(behind, limit, it -> Cursor.encode(it.id()))
            .map(it -> it.under(uri.getBaseUri().getPath()));
    return new GapList(page.items(), page.next(), counts(meant));
  }

  private static Map<GapKind, Long> counts(List<Gap> gaps) {
    return gaps.stream()
        .collect(
            Collectors.groupingBy(
                Gap::kind, () -> new EnumMap<>(GapKind.class), Collectors.counting()));
  }
}
