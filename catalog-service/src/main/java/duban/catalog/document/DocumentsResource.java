package duban.catalog.document;

import duban.catalog.listing.Where;
import duban.catalog.unit.UnitRepository;
import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The source texts, to the letter. */
@Path("/documents")
@PermitAll
class DocumentsResource {
  private final DocumentRepository documents;
  private final DocumentLines lines;
  private final UnitRepository units;

  DocumentsResource(DocumentRepository documents, DocumentLines lines, UnitRepository units) {
    this.documents = documents;
    this.lines = lines;
    this.units = units;
  }

  /** In the order of their ids. */
  @GET
  public Page<DocumentView> list(@BeanParam Paging paging) {
    Where where = new Where();
    paging.after().ifPresent(it -> where.and("id > :after", "after", Cursor.decode(it, 1).get(0)));
    return Page.of(
            where.fetch(documents, "id", paging.limit()),
            paging.limit(),
            it -> Cursor.encode(it.id))
        .map(this::view);
  }

  @GET
  @Path("/{id}")
  public DocumentView one(@PathParam("id") String id) {
    return view(documents.known(id));
  }

  /** The exact bytes, whose SHA-256 the document states. */
  @GET
  @Path("/{id}/text")
  @Produces("text/plain;charset=UTF-8")
  public byte[] text(@PathParam("id") String id) {
    return lines.text(documents.known(id).id).exact().getBytes(StandardCharsets.UTF_8);
  }

  /** Line by line. */
  @GET
  @Path("/{id}/lines")
  public Page<LineView> lines(
      @PathParam("id") String id, @QueryParam("q") @Nullable String q, @BeanParam Paging paging) {
    Where where = new Where().equal("documentId", documents.known(id).id);
    Parameter.text("q", q).ifPresent(it -> where.contains(it, "text"));
    paging.after().ifPresent(it -> where.and("number > :after", "after", number(it)));
    return Page.of(
            where.fetch(lines, "number", paging.limit()),
            paging.limit(),
            it -> Cursor.encode(Integer.toString(it.number)))
        .map(it -> new LineView(it.number, it.text));
  }

  private static Integer number(String cursor) {
    try {
      return Integer.valueOf(Cursor.decode(cursor, 1).get(0));
    } catch (NumberFormatException e) {
      throw Cursor.malformed();
    }
  }

  private DocumentView view(DocumentEntity document) {
    return new DocumentView(
        document.id,
        document.title,
        units.ref(document.ownerId).orElse(null),
        Openness.valueOf(document.openness),
        document.sha256,
        document.lineCount);
  }
}
