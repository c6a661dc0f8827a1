package duban.catalog.document;

import duban.catalog.edit.Creation;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Trial;
import duban.catalog.listing.Keyset;
import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import duban.catalog.unit.UnitRepository;
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
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The source texts, to the letter. */
@Path("/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "documents", description = "Source texts, kept line by line and byte for byte.")
@PermitAll
class DocumentsResource {
  private static final String TEXT =
      """
      {"id": "chaoyang-2021", "title": "第四次人大工作会议决定举措摘录", "owner": "CY",
       "openness": "OPEN",
       "sha256": "63a9ea12e01550b2b3064e8e08d90d2918cd525a082ab0f46ec142e629da50b3",
       "lines": ["提高区人大常委会工作质量和实效", "", "第四次人大工作会议(2021年)",
                 "1. 区政府工作部门每年10月份向人大常委会报送本部门贯彻实施1—2部法律法规的情况。"]}
      """;
  private static final String META =
      """
      {"title": "历届区委人大工作会议决定举措摘录", "owner": "CY", "openness": "OPEN"}
      """;
  private static final Keyset<DocumentEntity> ORDER =
      new Keyset<DocumentEntity>().by("id", it -> it.id);
  private static final Keyset<DocumentLineEntity> LINES =
      new Keyset<DocumentLineEntity>().by("number", it -> it.number, Integer::valueOf);

  private final DocumentRepository documents;
  private final DocumentLines lines;
  private final UnitRepository units;
  private final DocumentEdits edits;
  private final Edits editing;
  private final Seen seen;

  DocumentsResource(
      DocumentRepository documents,
      DocumentLines lines,
      UnitRepository units,
      DocumentEdits edits,
      Edits editing,
      Seen seen) {
    this.documents = documents;
    this.lines = lines;
    this.units = units;
    this.edits = edits;
    this.editing = editing;
    this.seen = seen;
  }

  /** In the order of their ids. */
  @GET
  @Operation(summary = "List the documents")
  public Page<DocumentView> list(@BeanParam Paging paging) {
    return ORDER
        .page(documents, seen.documents(new Where(), "GET documents"), paging)
        .map(it -> DocumentView.of(it, units));
  }

  @GET
  @Operation(summary = "Read what is known of a document")
  @Path("/{id}")
  @Extension(name = "x-problems", value = "document-not-known")
  public RestResponse<DocumentView> one(@PathParam("id") String id) {
    DocumentEntity document = documents.known(id, DocumentEdits.ONE);
    return Edits.shown(DocumentView.of(document, units), document.version);
  }

  /** Takes a document with its text, which then never changes. */
  @POST
  @Operation(summary = "Take in a document with its text")
  @APIResponse(responseCode = "200", description = "The same again, or only tried")
  @APIResponse(responseCode = "201", description = "Made")
  @Extension(
      name = "x-problems",
      value = "unknown-reference classified-document invalid-document document-conflict")
  public RestResponse<DocumentView> create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a text", value = TEXT)))
          @Valid
          @NotNull
          DocumentForm document,
      @BeanParam Trial trial) {
    return editing.create(
        Creation.of("document", document.id(), document), trial, edits.making(document));
  }

  /** Changes what it is called, whose it is, and how open; a new edition is another document. */
  @PUT
  @Operation(summary = "Change what a document is called, whose it is, and how open")
  @Path("/{id}")
  @Extension(
      name = "x-problems",
      value = "unknown-reference classified-document document-not-known")
  public RestResponse<DocumentView> edit(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(example = "chaoyang")
          @PathParam("id")
          String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "metadata", value = META)))
          @Valid
          @NotNull
          DocumentMetadata document,
      @BeanParam Trial trial) {
    return editing.change(
        "document", id, ifMatch, trial, () -> edits.change(id, document, ifMatch));
  }

  /** The exact bytes, whose SHA-256 the document states. */
  @GET
  @Operation(summary = "Read the exact bytes")
  @Path("/{id}/text")
  @Produces("text/plain;charset=UTF-8")
  @Extension(name = "x-problems", value = "document-not-known")
  public byte[] text(@PathParam("id") String id) {
    return lines
        .text(documents.known(id, "GET documents/{id}/text").id)
        .exact()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Line by line. */
  @GET
  @Operation(summary = "Read the text line by line")
  @Path("/{id}/lines")
  @Extension(name = "x-problems", value = "document-not-known")
  public Page<LineView> lines(
      @PathParam("id") String id, @QueryParam("q") @Nullable String q, @BeanParam Paging paging) {
    Where where =
        new Where().equal("documentId", documents.known(id, "GET documents/{id}/lines").id);
    Parameter.text("q", q).ifPresent(it -> where.contains(it, "text"));
    return LINES.page(lines, where, paging).map(it -> new LineView(it.number, it.text));
  }
}
