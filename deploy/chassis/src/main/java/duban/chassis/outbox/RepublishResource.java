package duban.chassis.outbox;

import duban.chassis.authorship.Authorship;
import duban.chassis.clock.BusinessClock;
import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** For the day on which Kafka was lost and this service did not notice by itself. */
@Path("republish")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class RepublishResource {

  /**
   * What was asked for.
   *
   * @param topics what will be sent again
   */
  public record Wanted(Set<String> topics) {}

  private final Republication republication;
  private final Access access;
  private final Authorship authorship;
  private final BusinessClock clock;

  RepublishResource(
      Republication republication, Access access, Authorship authorship, BusinessClock clock) {
    this.republication = republication;
    this.access = access;
    this.authorship = authorship;
    this.clock = clock;
  }

  /** Sends everything that this service owns again. 202: it has begun; the outbox shows how far. */
  @POST
  @Transactional
  @APIResponse(
      responseCode = "202",
      description = "It has begun",
      content =
          @Content(mediaType = "application/json", schema = @Schema(implementation = Wanted.class)))
  public Response republish() {
    access.require(Concern.ALL);
    republication.want();
    var now = clock.now().toEpochMilli();
    republication.topics().forEach(it -> authorship.wrote("republication", it, now));
    return Response.accepted(new Wanted(republication.topics())).build();
  }
}
