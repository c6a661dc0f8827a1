package duban.catalog.chain;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a demand went on from conference to conference. */
@Path("/obligations/{id}/chain")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "obligations")
@PermitAll
class ChainResource {
  private final Chains chains;

  ChainResource(Chains chains) {
    this.chains = chains;
  }

  /**
   * All that are linked with it, across documents and conferences: what each demands, what changed
   * from one to the next, and where a later one asks for less.
   */
  @GET
  @Operation(summary = "Read what it replaced, what replaced it, and what changed")
  @Extension(name = "x-problems", value = "obligation-not-known")
  public Chain chain(@Parameter(example = "o-039") @PathParam("id") String id) {
    return chains.around(id, "GET obligations/{id}/chain");
  }
}
