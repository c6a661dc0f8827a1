package duban.chassis.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Says whom the service takes somebody for. */
@Path("caller")
@PermitAll
public class CallerResource {

  private final Callers callers;

  CallerResource(Callers callers) {
    this.callers = callers;
  }

  public record Seen(
      boolean anonymous,
      String actor,
      @Nullable String name,
      List<String> units,
      List<String> grants) {}

  @GET
  @Produces("application/json")
  @Operation(hidden = true)
  public Seen caller() {
    var caller = callers.now();
    return new Seen(
        caller.anonymous(),
        caller.actor(),
        caller.name(),
        caller.units().stream().sorted().toList(),
        caller.grants().stream().map(Grant::toString).sorted().toList());
  }

  @GET
  @Path("known")
  @RolesAllowed("**")
  @Produces("application/json")
  @Operation(hidden = true)
  public Seen known() {
    return caller();
  }
}
