package duban.notification.policy;

import duban.chassis.page.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The steps in force; few enough for one page. */
@Path("policies")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class PolicyResource {

  private final Policies policies;

  PolicyResource(Policies policies) {
    this.policies = policies;
  }

  @GET
  public Page<Policy> list() {
    return new Page<>(policies.all(), null);
  }
}
