package duban.notification.release;

import duban.chassis.edit.Version;
import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The switch that lets messages out, and stops them at any time. */
@Path("release")
@Tag(name = "release", description = "The switch that lets messages out and stops them.")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class ReleaseResource {

  private final Switch position;
  private final Access access;
  private final Common common;

  ReleaseResource(Switch position, Access access, Common common) {
    this.position = position;
    this.access = access;
    this.common = common;
  }

  /** Where the switch is to stand, and why. */
  @Schema(examples = "{\"released\": true, \"reason\": \"张某某:名单和提示已核对\"}")
  record Change(@NotNull Boolean released, @NotBlank @Size(max = 500) String reason) {}

  /** How it stands, with the ETag that a turn starts from. */
  @GET
  @Extension(name = "x-problems", value = "unauthenticated forbidden")
  @Operation(summary = "Read how the switch stands")
  @Transactional
  @APIResponseSchema(Release.class)
  public Response get() {
    common.check();
    return answer(position.position());
  }

  /** Takes effect with the next round of the sender, a few seconds later. */
  @PUT
  @Operation(summary = "Let messages out, or stop them")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @APIResponseSchema(Release.class)
  public Response put(
      @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Change change) {
    access.require(Concern.ALL);
    return answer(position.turn(change.released(), change.reason(), ifMatch));
  }

  private static Response answer(Release release) {
    return Response.ok(release).header("ETag", Version.etag(release.version())).build();
  }
}
