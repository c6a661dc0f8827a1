package duban.chassis.outbox;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** For the day on which Kafka was lost and this service did not notice by itself. */
@Path("republish")
@PermitAll
public class RepublishResource {

  /**
   * What was asked for.
   *
   * @param topics what will be sent again
   */
  public record Wanted(Set<String> topics) {}

  private final Republication republication;

  RepublishResource(Republication republication) {
    this.republication = republication;
  }

  /** Sends everything that this service owns again. 202: it has begun; the outbox shows how far. */
  @POST
  public Response republish() {
    republication.want();
    return Response.accepted(new Wanted(republication.topics())).build();
  }
}
