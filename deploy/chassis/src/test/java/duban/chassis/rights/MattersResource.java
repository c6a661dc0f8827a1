package duban.chassis.rights;

import duban.chassis.authorship.Authorship;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Does what a service does with matters of units. */
@Path("matters")
@PermitAll
@Produces("application/json")
public class MattersResource {

  private final Access access;
  private final Authorship authorship;

  MattersResource(Access access, Authorship authorship) {
    this.access = access;
    this.authorship = authorship;
  }

  public record Seen(Sight sight, String condition, List<?> values) {}

  @GET
  @Operation(hidden = true)
  public Seen seen() {
    var sight = access.sight();
    var condition = sight.condition("unit", "concerned", "supervisor", "open");
    return new Seen(sight, condition.text(), condition.values());
  }

  @GET
  @Path("{unit}")
  @Operation(hidden = true)
  public boolean sees(
      @PathParam("unit") String unit,
      @QueryParam("supervisor") @Nullable String supervisor,
      @QueryParam("published") boolean published) {
    return access.sight().sees(Concern.of(unit).supervisedBy(supervisor), published);
  }

  @POST
  @Path("{unit}")
  @Transactional
  @Operation(hidden = true)
  public String done(
      @PathParam("unit") String unit,
      @QueryParam("part") String part,
      @QueryParam("supervisor") @Nullable String supervisor,
      @QueryParam("also") @Nullable String also) {
    var concern = Concern.of(unit).supervisedBy(supervisor);
    access.require(part, also == null ? concern : concern.alsoOf(Set.of(also)));
    authorship.wrote("matter", unit + " " + part, 1);
    return "\"%s\"".formatted(access.actingUnit().orElse(""));
  }

  @POST
  @Operation(hidden = true)
  public String all() {
    access.require(Concern.ALL);
    return "\"\"";
  }

  /** Asks nobody. */
  @PUT
  @Operation(hidden = true)
  public String careless() {
    return "\"\"";
  }
}
