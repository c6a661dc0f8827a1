package duban.status.event;

import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import duban.status.chain.Chain;
import duban.status.chain.IdTaken;
import duban.status.chain.StoredEvent;
import duban.status.listing.Scope;
import duban.status.sight.Sights;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened: recorded, and read one by one. */
@Path("events")
@Tag(
    name = "events",
    description = "What happened to deadlines: recorded for good, corrected only by a later event.")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class EventResource {

  private final EventList list;
  private final Recording recording;
  private final Chain chain;
  private final EventViews views;
  private final Sights sights;

  EventResource(EventList list, Recording recording, Chain chain, EventViews views, Sights sights) {
    this.list = list;
    this.recording = recording;
    this.chain = chain;
    this.views = views;
    this.sights = sights;
  }

  /**
   * In the order of recording. To follow what happens, use {@code events/stream}: who reads this
   * list again and again may miss what two recorded in the same moment.
   */
  @GET
  @Operation(summary = "List events in the order of recording")
  @Transactional
  public Page<EventView> page(
      @BeanParam Scope scope, @BeanParam EventFilter filter, @BeanParam Paging paging) {
    return list.page(scope, filter, paging);
  }

  /** Records an event; the same request again gets the first answer, with status 200. */
  @POST
  @Operation(summary = "Record what happened")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewEvent.class),
              examples = {
                @ExampleObject(name = "a report was made", value = Examples.COUNTED),
                @ExampleObject(name = "evidence is added", value = Examples.LINKED),
                @ExampleObject(name = "completion is claimed", value = Examples.CLAIMED),
                @ExampleObject(name = "it goes back", value = Examples.SENT_BACK),
                @ExampleObject(name = "a correction", value = Examples.VOIDED),
                @ExampleObject(name = "it is rated", value = Examples.RATED),
                @ExampleObject(name = "a standing duty is checked", value = Examples.VERIFIED),
                @ExampleObject(name = "why it was not done", value = Examples.EXPLAINED)
              }))
  @Extension(
      name = "x-problems",
      value =
          "missing-field invalid-event deadline-not-known state-does-not-allow kind-does-not-allow"
              + " count-not-reached explanation-missing"
              + " occurrence-recorded already-voided history-not-legal id-taken"
              + " effective-day-not-possible effective-too-early evidence-missing own-claim")
  @APIResponse(
      responseCode = "201",
      description = "Recorded; Location leads to it",
      content =
          @Content(
              schema = @Schema(implementation = EventView.class),
              examples = @ExampleObject(name = "a report was made", value = Examples.RECORDED)))
  @APIResponse(
      responseCode = "200",
      description = "Was recorded before: the first answer",
      content = @Content(schema = @Schema(implementation = EventView.class)))
  public Response record(NewEvent event) {
    if (event == null) {
      throw Problems.badRequest("empty-body", "The body is empty; send a JSON object");
    }
    Recording.Recorded recorded = recordOrRepeat(event);
    return recorded.first()
        ? Response.created(URI.create("events/" + event.id())).entity(recorded.view()).build()
        : Response.ok(recorded.view()).build();
  }

  /**
   * Two requests with one id for two measures lock different chains: the second to arrive fails on
   * the key, and looked at again it is a repetition.
   */
  private Recording.Recorded recordOrRepeat(NewEvent event) {
    try {
      return recording.record(event);
    } catch (IdTaken e) {
      return recording.record(event);
    }
  }

  @GET
  @Operation(summary = "Read one event")
  @Path("{id}")
  @Transactional
  @Extension(name = "x-problems", value = "event-not-known deadline-not-known")
  public EventView one(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
              schema = @Schema(implementation = UUID.class),
              example = "7d3f5c1e-2b64-4c55-9f0a-5d1c3a9e8b01")
          @PathParam("id")
          String id) {
    UUID key = Parameter.uuid("id", id).orElseThrow();
    StoredEvent stored =
        chain
            .findByIdOptional(key)
            .filter(it -> sights.sees(it.deadlineId()))
            .orElseThrow(
                () -> Problems.notFound("event-not-known", "id is " + key + "; no event has it"));
    return views.of(List.of(stored)).get(0);
  }
}
