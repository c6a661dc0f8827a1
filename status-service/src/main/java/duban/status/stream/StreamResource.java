package duban.status.stream;

import duban.chassis.identity.Callers;
import duban.chassis.problem.Problems;
import duban.chassis.rights.Access;
import duban.chassis.rights.LastingSight;
import duban.status.event.EventFilter;
import duban.status.listing.Scope;
import duban.status.measure.Measures;
import duban.status.unit.Units;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happens, as it happens. */
@Path("events/stream")
@Tag(name = "events")
@PermitAll
class StreamResource {

  private final Listeners listeners;
  private final Ends ends;
  private final Units units;
  private final Measures measures;
  private final Access access;
  private final Callers callers;
  private final Vertx vertx;

  StreamResource(
      Listeners listeners,
      Ends ends,
      Units units,
      Measures measures,
      Access access,
      Callers callers,
      Vertx vertx) {
    this.listeners = listeners;
    this.ends = ends;
    this.units = units;
    this.measures = measures;
    this.access = access;
    this.callers = callers;
    this.vertx = vertx;
  }

  /**
   * Server-sent events, from now on or from where {@code Last-Event-ID} says, without end: {@code
   * implementation} for each event that is recorded, {@code progress} for each change of where a
   * deadline stands, each with exactly what the topic of that name carries. Every event, and a
   * comment each 15 seconds, has an {@code id}: given back as {@code Last-Event-ID} to any replica
   * nothing is missed and nothing comes twice. Who does not read is cut off and may come back. The
   * stream ends with the token. Filtered as the list of events is; {@code from} and {@code to} mean
   * the day on which it happened, and of progress the effective due day.
   *
   * @param header as a browser sends it by itself when it connects again; it wins
   * @param parameter the same, for who cannot set a header
   */
  @GET
  @Operation(summary = "Follow what happens as it happens")
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Extension(name = "x-problems", value = "last-event-id-not-known too-many-listeners unavailable")
  @APIResponse(
      responseCode = "200",
      description = "Events without end",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema =
                  @Schema(
                      type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING),
              examples = @ExampleObject(name = "one of each", value = Examples.STREAM)))
  public Multi<OutboundSseEvent> stream(
      @BeanParam Scope scope,
      @BeanParam EventFilter filter,
      @Parameter(
              description = "Only events of this name; both unless told",
              schema = @Schema(enumeration = {"IMPLEMENTATION", "PROGRESS"}))
          @QueryParam("event")
          @Nullable String event,
      @Parameter(description = "The id of the last event heard; it wins over lastEventId")
          @HeaderParam("Last-Event-ID")
          @Nullable String header,
      @Parameter(description = "The same, for a client that cannot set the header")
          @QueryParam("lastEventId")
          @Nullable String parameter,
      @Context Sse sse,
      @Context HttpServerRequest request) {
    var kind = duban.chassis.problem.Parameter.oneOf("event", event, Happening.Kind.class);
    LastingSight seen = access.lasting();
    Wanted wanted =
        new Wanted(
            kind,
            filter.predicate(),
            scope.predicate(units, measures, () -> seen.now().everything()),
            it -> seen.now().sees(it.concern(), it.published()));
    Optional<Position> from =
        Optional.ofNullable(header)
            .or(() -> Optional.ofNullable(parameter))
            .filter(it -> !it.isBlank())
            .map(this::position);
    var line =
        new Listener.Line(
            sse::newEventBuilder, () -> request.connection().close(), listeners::remove);
    Listener listener =
        listeners.join(from, (position, mark) -> new Listener(line, wanted, position, mark));
    // Whose token has run out comes again with another, and with the id of what he heard last.
    callers.goodFor().ifPresent(it -> vertx.setTimer(it.toMillis(), late -> listener.end()));
    request
        .response()
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no"); // for nginx, which would hold it back
    return Multi.createFrom().publisher(listener);
  }

  /** Beyond the end lies nothing that anybody can have heard. */
  private Position position(String id) {
    Partitions partitions = listeners.partitions().orElseThrow(Listeners::unavailable);
    return Position.read(id, partitions)
        .filter(it -> ends.reach(partitions, it))
        .orElseThrow(
            () ->
                Problems.badRequest(
                    "last-event-id-not-known",
                    "Last-Event-ID is '"
                        + id
                        + "', which is no id of this stream, or of one that was lost; read the"
                        + " lists anew and open the stream without it",
                    "Last-Event-ID"));
  }
}
