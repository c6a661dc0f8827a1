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

/** The conferences on the congress's work (人大工作会议). */
@Path("/conferences")
@PermitAll
class ConferencesResource {

  /** A conference as a document names it. */
  record ConferenceView(String id, String documentId, String name, int year) {}

  private final ConferenceRepository conferences;

  ConferencesResource(ConferenceRepository conferences) {
    this.conferences = conferences;
  }

  /** By document, then by year. */
  @GET
  public Page<ConferenceView> list(
      @QueryParam("document") @Nullable String document, @BeanParam Paging paging) {
    Where where = new Where();
    Parameter.text("document", document).ifPresent(it -> where.equal("documentId", it));
    paging.after().ifPresent(it -> after(where, Cursor.decode(it, 2)));
    return Page.of(
            where.fetch(conferences, "documentId, id", paging.limit()),
            paging.limit(),
            it -> Cursor.encode(it.documentId, it.id))
        .map(it -> new ConferenceView(it.id, it.documentId, it.name, it.year));
  }

  static void after(Where where, List<String> key) {
    where.and(
        "(documentId > :document0 or documentId = :document0 and id > :id0)",
        Map.of("document0", key.get(0), "id0", key.get(1)));
  }
}
