package duban.chassis.openapi;

import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Promises much and looks at nothing: what the matrix must find. */
@Path("careless")
@PermitAll
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CarelessResource {

  /** The document asks for more than is checked. */
  @Schema(extensions = @Extension(name = "x-refers-to", value = "friend friends"))
  record Wish(
      @Nullable @Schema(required = true) String name,
      @Schema(maxLength = 5) @Nullable String text,
      @Schema(minimum = "1") @Nullable Integer count,
      @Nullable UUID friend,
      @Nullable List<String> friends) {}

  private final Access access;
  private final List<Wish> wishes = new CopyOnWriteArrayList<>();

  CarelessResource(Access access) {
    this.access = access;
  }

  int kept() {
    return wishes.size();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Wish take(
      @QueryParam("dryRun") boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = Wish.class),
                      examples =
                          @ExampleObject(
                              name = "one",
                              value = "{\"name\": \"a\", \"text\": \"b\", \"count\": 1}")))
          Wish wish) {
    access.require(Concern.ALL);
    if (!dryRun) {
      wishes.add(wish);
    }
    if (wish.name() == null) {
      throw new IllegalStateException("SELECT name FROM wish");
    }
    return wish;
  }

  /** Does what it should only try, and answers as nobody was told. */
  @POST
  @Path("trial")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(
      responseCode = "200",
      description = "Taken",
      content = @Content(schema = @Schema(implementation = Wish.class)))
  public Response forget(
      @QueryParam("dryRun") boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = Wish.class),
                      examples = @ExampleObject(name = "one", value = "{\"name\": \"a\"}")))
          Wish wish) {
    access.require(Concern.ALL);
    wishes.add(wish);
    return Response.status(dryRun ? 200 : 202).entity(wish).build();
  }
}
