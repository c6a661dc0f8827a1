package duban.catalog.measure;

import duban.catalog.document.Flag;
import duban.catalog.edit.Creation;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Trial;
import duban.catalog.listing.Keyset;
import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the conferences decided, item by item. */
@Path("/measures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "measures", description = "The numbered items of the documents, word for word.")
@PermitAll
class MeasuresResource {
  private static final String REFUSED = "unknown-reference quote-not-printed line-taken";
  private static final String ITEM =
      """
      {"documentId": "chaoyang", "conference": "2015", "topic": "T1", "ordinal": 99, "line": 3,
       "label": "历届", "text": "区委人大工作会议决定举措摘录"}
      """;
  private static final String SECOND =
      """
      {"documentId": "chaoyang", "conference": "2001", "topic": "T1", "ordinal": 2, "line": 9,
       "label": "2.",
       "text": "区政府、区法院、区检察院及其有关部门主要负责人,要依法列席区人民代表大会会议,认真听取人大代表的意见和建议,回答询问。"}
      """;
  private static final Keyset<MeasureEntity> ORDER =
      new Keyset<MeasureEntity>()
          .by("documentId", it -> it.documentId)
          .by("line", it -> it.line, Integer::valueOf);

  private final MeasureRepository measures;
  private final MeasureEdits edits;
  private final Edits editing;
  private final Seen seen;

  MeasuresResource(MeasureRepository measures, MeasureEdits edits, Edits editing, Seen seen) {
    this.measures = measures;
    this.edits = edits;
    this.editing = editing;
    this.seen = seen;
  }

  /**
   * In the order of the documents' text.
   *
   * @param q a stretch of the text
   */
  @GET
  @Operation(summary = "List or search measures")
  public Page<Measure> list(
      @QueryParam("document") @Nullable String document,
      @QueryParam("conference") @Nullable String conference,
      @QueryParam("topic") @Nullable String topic,
      @QueryParam("flag") @Nullable String flag,
      @QueryParam("q") @Nullable String q,
      @BeanParam Paging paging) {
    Where where = seen.ofDocuments(new Where(), "GET measures");
    Parameter.text("document", document).ifPresent(it -> where.equal("documentId", it));
    measures.conference(conference).ifPresent(it -> where.equal("conferenceId", it));
    measures.topic(topic).ifPresent(it -> where.equal("topicId", it));
    Parameter.oneOf("flag", flag, Flag.class)
        .ifPresent(it -> where.and("flags like :flag", "flag", "%" + it.name() + "%"));
    Parameter.text("q", q).ifPresent(it -> where.contains(it, "text"));
    return ORDER.page(measures, where, paging).map(MeasureRepository::measure);
  }

  @GET
  @Operation(summary = "Read one measure")
  @Path("/{id}")
  @Extension(name = "x-problems", value = "measure-not-known")
  public RestResponse<Measure> one(@PathParam("id") String id) {
    MeasureEntity measure = measures.known(id, MeasureRepository.ONE);
    return Edits.shown(MeasureRepository.measure(measure), measure.version);
  }

  /** Makes one of a line that is printed. Its id is documentId-conference-topic-ordinal. */
  @POST
  @Operation(summary = "Make a measure of a printed line")
  @APIResponse(responseCode = "200", description = "The same again, or only tried")
  @APIResponse(responseCode = "201", description = "Made")
  @Extension(name = "x-problems", value = REFUSED + " measure-conflict")
  public RestResponse<Measure> create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "an item", value = ITEM)))
          @Valid
          @NotNull
          MeasureForm measure,
      @BeanParam Trial trial) {
    return editing.create(
        Creation.of("measure", measure.id(), measure), trial, edits.making(measure));
  }

  /** Corrects where it stands and what is quoted; its key stays. */
  @PUT
  @Operation(summary = "Correct where a measure stands")
  @Path("/{id}")
  @Extension(name = "x-problems", value = REFUSED + " measure-not-known id-fixed")
  public RestResponse<Measure> edit(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
              example = "chaoyang-2001-T1-2")
          @PathParam("id")
          String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "an item", value = SECOND)))
          @Valid
          @NotNull
          MeasureForm measure,
      @BeanParam Trial trial) {
    return editing.change("measure", id, ifMatch, trial, () -> edits.change(id, measure, ifMatch));
  }
}
