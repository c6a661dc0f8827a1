package duban.catalog.rollup;

import duban.chassis.clock.BusinessClock;
import duban.chassis.problem.Parameter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How many have met a duty, and which have not. */
@Path("/obligations/{id}/roll-up")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "obligations")
@PermitAll
class RollUpResource {
  private final RollUps rollUps;
  private final BusinessClock clock;

  RollUpResource(RollUps rollUps, BusinessClock clock) {
    this.rollUps = rollUps;
    this.clock = clock;
  }

  /**
   * Of those units of which the caller may know how far they are. What status-service has recorded
   * is known here a moment later.
   *
   * @param period such as 2027, with all that lies in it; 2027-H1, 2027-Q3, 2027-10, 2027-W41 or
   *     the id of a term; absent: the running year
   */
  @GET
  @Operation(summary = "Count who has met it in a period, and name who has not")
  @Extension(name = "x-problems", value = "obligation-not-known")
  public RollUp rollUp(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(example = "o-039")
          @PathParam("id")
          String id,
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(example = "2027")
          @QueryParam("period")
          @Nullable String period) {
    String meant =
        Parameter.period("period", period)
            .orElseGet(() -> Integer.toString(clock.today().getYear()));
    return rollUps.of(id, meant, "GET obligations/{id}/roll-up");
  }
}
