package duban.catalog.measure;

import duban.catalog.listing.Where;
import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The topics (专题) of the documents. */
@Path("/topics")
@PermitAll
class TopicsResource {

  /** A heading of a document, counted from 1. */
  record TopicView(String id, String documentId, String name, int position) {}

  private final TopicRepository topics;

  TopicsResource(TopicRepository topics) {
    this.topics = topics;
  }

  /** By document, then in the order of its text. */
  @GET
  public Page<TopicView> list(
      @QueryParam("document") @Nullable String document, @BeanParam Paging paging) {
    Where where = new Where();
    Parameter.text("document", document).ifPresent(it -> where.equal("documentId", it));
    paging.after().ifPresent(it -> after(where, Cursor.decode(it, 2)));
    return Page.of(
            where.fetch(topics, "documentId, position", paging.limit()),
            paging.limit(),
            it -> Cursor.encode(it.documentId, Integer.toString(it.position)))
        .map(it -> new TopicView(it.id, it.documentId, it.name, it.position));
  }

  private static void after(Where where, List<String> key) {
    try {
      where.and(
          "(documentId > :document0 or documentId = :document0 and position > :position0)",
          Map.of("document0", key.get(0), "position0", Integer.valueOf(key.get(1))));
    } catch (NumberFormatException e) {
      throw Cursor.malformed();
    }
  }
}
