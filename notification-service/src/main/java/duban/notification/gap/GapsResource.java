package duban.notification.gap;

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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which units must be told something, and cannot be. */
@Path("gaps")
@Tag(
    name = "gaps",
    description =
        "Units that must be told something and for which nobody receives, each with the one call"
            + " that settles it.")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class GapsResource {

  private final Gaps gaps;

  GapsResource(Gaps gaps) {
    this.gaps = gaps;
  }

  /**
   * A page of gaps.
   *
   * @param next the cursor for {@code after}, absent on the last page
   * @param counts how many of each kind there are beyond the page, whatever kind it is kept to
   */
  record GapList(List<Gap> items, @Nullable String next, Map<GapKind, Long> counts) {}

  /**
   * In the order of their ids. Who settled one is in {@code GET authorship}, under the thing {@code
   * contact} and the id of the contact that was made. What else waits for a person is among the
   * catalog's gaps.
   *
   * @param unit the code of one
   */
  @GET
  @Operation(summary = "List the units for which nobody receives")
  @Extension(name = "x-problems", value = "unauthenticated forbidden")
  public GapList list(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("unit") @Nullable String unit,
      @BeanParam Paging paging,
      @Context UriInfo uri) {
    var ofKind = Parameter.oneOf("kind", kind, GapKind.class);
    var ofUnit = Parameter.text("unit", unit);
    var after = paging.after().map(it -> Cursor.decode(it, 1).get(0)).orElse("");
    var meant =
        gaps.all().stream()
            .filter(it -> ofUnit.map(it.unit().code()::equals).orElse(true))
            .toList();
    var behind =
        meant.stream()
            .filter(it -> ofKind.map(it.kind()::equals).orElse(true))
            .filter(it -> it.id().compareTo(after) > 0)
            .limit(paging.limit() + 1L)
            .toList();
    var page =
        Page.of(behind, paging.limit(), it -> Cursor.encode(it.id()))
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
