package duban.chassis.openapi;

import duban.chassis.edit.Version;
import duban.chassis.problem.Problems;
import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Creates and edits as the services do. */
@Path("notes")
@PermitAll
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotesResource {

  record Kept(Note note, long version) {}

  private final Access access;
  private final Map<String, Kept> notes = new ConcurrentHashMap<>();

  NotesResource(Access access) {
    this.access = access;
  }

  Map<String, Kept> kept() {
    return Map.copyOf(notes);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(
      responseCode = "200",
      description = "The same again",
      content = @Content(schema = @Schema(implementation = Note.class)))
  @APIResponse(responseCode = "201", description = "Kept")
  @Extension(name = "x-problems", value = "note-conflict")
  public Response create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = Note.class),
                      examples = @ExampleObject(name = "one", value = Note.EXAMPLE)))
          @NotNull
          @Valid
          Note note) {
    access.require(Concern.ALL);
    var id = note.id();
    var before = notes.putIfAbsent(id, new Kept(note, 1));
    if (before == null) {
      return Response.created(URI.create("notes/" + id)).tag("1").entity(note).build();
    }
    if (!before.note().equals(note)) {
      throw Problems.conflict(
          "note-conflict", "id is " + id + ", under which another note is kept; give another id");
    }
    return Response.ok(note).header("ETag", Version.etag(before.version())).build();
  }

  @GET
  @Path("{id}")
  @APIResponseSchema(Note.class)
  @Extension(name = "x-problems", value = "note-not-known")
  public Response one(@PathParam("id") @Parameter(example = "a-1") String id) {
    var kept = known(id);
    return Response.ok(kept.note()).header("ETag", Version.etag(kept.version())).build();
  }

  @PUT
  @Path("{id}")
  @APIResponseSchema(Note.class)
  @Consumes(MediaType.APPLICATION_JSON)
  @Extension(name = "x-problems", value = "note-not-known")
  public Response edit(
      @PathParam("id") @Parameter(example = "a-1") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = Note.class),
                      examples = @ExampleObject(name = "one", value = Note.EXAMPLE)))
          @NotNull
          @Valid
          Note note) {
    var kept = known(id);
    access.require(Concern.ALL);
    Version.require(ifMatch, kept.version(), "note " + id);
    notes.put(id, new Kept(note, kept.version() + 1));
    return Response.ok(note).header("ETag", Version.etag(kept.version() + 1)).build();
  }

  private Kept known(String id) {
    var kept = notes.get(id);
    if (kept == null) {
      throw Problems.notFound("note-not-known", "There is no note " + id);
    }
    return kept;
  }
}
