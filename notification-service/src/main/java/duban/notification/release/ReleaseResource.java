package duban.notification.release;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The switch that lets messages out, and stops them at any time. */
@Path("release")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class ReleaseResource {

  private final Switch position;

  ReleaseResource(Switch position) {
    this.position = position;
  }

  /** Where the switch is to stand, and why. */
  record Change(@NotNull Boolean released, @NotBlank @Size(max = 500) String reason) {}

  @GET
  @Transactional
  public Release get() {
    return position.position();
  }

  /** Takes effect with the next round of the sender, a few seconds later. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  public Release put(@NotNull @Valid Change change) {
    return position.turn(change.released(), change.reason());
  }
}
