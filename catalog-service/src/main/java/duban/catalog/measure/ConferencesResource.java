package duban.catalog.measure;

import duban.catalog.edit.Creation;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Making;
import duban.catalog.edit.Stored;
import duban.catalog.edit.Trial;
import duban.catalog.listing.Keyset;
import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import duban.chassis.edit.Code;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The conferences on the congress's work (人大工作会议). */
@Path("/conferences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "conferences", description = "The meetings that decided the measures.")
@PermitAll
class ConferencesResource {

  /** A conference as a document names it. */
  @Schema(
      additionalProperties = Schema.False.class,
      extensions = @Extension(name = "x-refers-to", value = "documentId"),
      requiredProperties = {"documentId", "id", "name", "year"})
  record ConferenceView(
      @NotNull @Pattern(regexp = Code.FORM, message = Code.WRITTEN) @Size(max = 20) String id,
      @NotBlank @Size(max = 60) String documentId,
      @NotBlank @Size(max = 200) String name,
      @Min(1949) @Max(2199) int year) {
    static ConferenceView of(ConferenceEntity it) {
      return new ConferenceView(it.id, it.documentId, it.name, it.year);
    }
  }

  private static final String NEW =
      """
      {"documentId": "chaoyang", "id": "2016", "name": "第三次人大工作会议", "year": 2016}
      """;
  private static final Keyset<ConferenceEntity> ORDER =
      new Keyset<ConferenceEntity>().by("documentId", it -> it.documentId).by("id", it -> it.id);

  private final ConferenceRepository conferences;
  private final MeasureStore store;
  private final Printed printed;
  private final Edits editing;
  private final Seen seen;

  ConferencesResource(
      ConferenceRepository conferences,
      MeasureStore store,
      Printed printed,
      Edits editing,
      Seen seen) {
    this.conferences = conferences;
    this.store = store;
    this.printed = printed;
    this.editing = editing;
    this.seen = seen;
  }

  /** By document, then by year. */
  @GET
  @Operation(summary = "List the conferences")
  public Page<ConferenceView> list(
      @QueryParam("document") @Nullable String document, @BeanParam Paging paging) {
    Where where = seen.ofDocuments(new Where(), "GET conferences");
    Parameter.text("document", document).ifPresent(it -> where.equal("documentId", it));
    return ORDER.page(conferences, where, paging).map(ConferenceView::of);
  }

  @GET
  @Operation(summary = "Read one conference")
  @Path("/{document}/{id}")
  @Extension(name = "x-problems", value = "conference-not-known")
  public ConferenceView one(@PathParam("document") String document, @PathParam("id") String id) {
    return Parameter.text("document", document)
        .flatMap(it -> Parameter.text("id", id))
        .flatMap(it -> ifSeen(document, it))
        .map(ConferenceView::of)
        .orElseThrow(
            () ->
                Problems.notFound(
                    "conference-not-known",
                    "The document '" + document + "' has no conference '" + id + "'"));
  }

  /** Makes one that the document prints; it never changes. */
  @POST
  @Operation(summary = "Make a conference that the document prints")
  @APIResponse(responseCode = "200", description = "The same again, or only tried")
  @APIResponse(responseCode = "201", description = "Made")
  @Extension(name = "x-problems", value = "unknown-reference quote-not-printed conference-conflict")
  public RestResponse<ConferenceView> create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a conference", value = NEW)))
          @Valid
          @NotNull
          ConferenceView conference,
      @BeanParam Trial trial) {
    String path = conference.documentId() + "/" + conference.id();
    return editing.create(
        Creation.of("conference", path, conference),
        trial,
        new Making<>(
            () -> printed.requireSeen(conference.documentId()),
            () -> present(conference),
            () -> ifSeen(conference.documentId(), conference.id()).isPresent(),
            () -> make(conference)));
  }

  private Optional<ConferenceEntity> ifSeen(String document, String id) {
    Where one = new Where().equal("documentId", document).equal("id", id);
    return seen.ofDocuments(one, "GET conferences/{document}/{id}").first(conferences);
  }

  private Optional<Stored<ConferenceView>> present(ConferenceView conference) {
    return conferences
        .findByIdOptional(new KeyInDocument(conference.documentId(), conference.id()))
        .map(it -> new Stored<>(ConferenceView.of(it), 1));
  }

  private Stored<ConferenceView> make(ConferenceView conference) {
    printed.expect(conference.documentId(), conference.name());
    store.conference(
        conference.documentId(), conference.id(), conference.name(), conference.year());
    return new Stored<>(conference, 1);
  }
}
