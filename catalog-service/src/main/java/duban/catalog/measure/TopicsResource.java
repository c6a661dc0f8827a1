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

/** The topics (专题) of the documents. */
@Path("/topics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "topics", description = "The headings under which a document puts its measures.")
@PermitAll
class TopicsResource {

  /** A heading of a document, counted from 1. */
  @Schema(
      additionalProperties = Schema.False.class,
      extensions = @Extension(name = "x-refers-to", value = "documentId"),
      requiredProperties = {"documentId", "id", "name", "position"})
  record TopicView(
      @NotNull @Pattern(regexp = Code.FORM, message = Code.WRITTEN) @Size(max = 20) String id,
      @NotBlank @Size(max = 60) String documentId,
      @NotBlank @Size(max = 200) String name,
      @Min(1) @Max(1000) int position) {
    static TopicView of(TopicEntity it) {
      return new TopicView(it.id, it.documentId, it.name, it.position);
    }
  }

  private static final String NEW =
      """
      {"documentId": "chaoyang", "id": "T7", "name": "加强党对人大工作的领导", "position": 7}
      """;
  private static final Keyset<TopicEntity> ORDER =
      new Keyset<TopicEntity>()
          .by("documentId", it -> it.documentId)
          .by("position", it -> it.position, Integer::valueOf);

  private final TopicRepository topics;
  private final MeasureStore store;
  private final Printed printed;
  private final Edits editing;
  private final Seen seen;

  TopicsResource(
      TopicRepository topics, MeasureStore store, Printed printed, Edits editing, Seen seen) {
    this.topics = topics;
    this.store = store;
    this.printed = printed;
    this.editing = editing;
    this.seen = seen;
  }

  /** By document, then in the order of its text. */
  @GET
  @Operation(summary = "List the topics")
  public Page<TopicView> list(
      @QueryParam("document") @Nullable String document, @BeanParam Paging paging) {
    Where where = seen.ofDocuments(new Where(), "GET topics");
    Parameter.text("document", document).ifPresent(it -> where.equal("documentId", it));
    return ORDER.page(topics, where, paging).map(TopicView::of);
  }

  @GET
  @Operation(summary = "Read one topic")
  @Path("/{document}/{id}")
  @Extension(name = "x-problems", value = "topic-not-known")
  public TopicView one(@PathParam("document") String document, @PathParam("id") String id) {
    return Parameter.text("document", document)
        .flatMap(it -> Parameter.text("id", id))
        .flatMap(it -> ifSeen(document, it))
        .map(TopicView::of)
        .orElseThrow(
            () ->
                Problems.notFound(
                    "topic-not-known",
                    "The document '" + document + "' has no topic '" + id + "'"));
  }

  /** Makes one that the document prints; it never changes. */
  @POST
  @Operation(summary = "Make a topic that the document prints")
  @APIResponse(responseCode = "200", description = "The same again, or only tried")
  @APIResponse(responseCode = "201", description = "Made")
  @Extension(name = "x-problems", value = "unknown-reference quote-not-printed topic-conflict")
  public RestResponse<TopicView> create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a topic", value = NEW)))
          @Valid
          @NotNull
          TopicView topic,
      @BeanParam Trial trial) {
    String path = topic.documentId() + "/" + topic.id();
    return editing.create(
        Creation.of("topic", path, topic),
        trial,
        new Making<>(
            () -> printed.requireSeen(topic.documentId()),
            () -> present(topic),
            () -> ifSeen(topic.documentId(), topic.id()).isPresent(),
            () -> make(topic)));
  }

  private Optional<TopicEntity> ifSeen(String document, String id) {
    Where one = new Where().equal("documentId", document).equal("id", id);
    return seen.ofDocuments(one, "GET topics/{document}/{id}").first(topics);
  }

  private Optional<Stored<TopicView>> present(TopicView topic) {
    return topics
        .findByIdOptional(new KeyInDocument(topic.documentId(), topic.id()))
        .map(it -> new Stored<>(TopicView.of(it), 1));
  }

  private Stored<TopicView> make(TopicView topic) {
    printed.expect(topic.documentId(), topic.name());
    store.topic(topic.documentId(), topic.id(), topic.name(), topic.position());
    return new Stored<>(topic, 1);
  }
}
