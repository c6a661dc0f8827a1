package duban.catalog.measure;

import duban.catalog.document.Flag;
import duban.catalog.listing.Where;
import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the conferences decided, item by item. */
@Path("/measures")
@PermitAll
class MeasuresResource {
  private final MeasureRepository measures;

  MeasuresResource(MeasureRepository measures) {
    this.measures = measures;
  }

  /**
   * In the order of the documents' text.
   *
   * @param q a stretch of the text
   */
  @GET
  public Page<Measure> list(
      @QueryParam("document") @Nullable String document,
      @QueryParam("conference") @Nullable String conference,
      @QueryParam("topic") @Nullable String topic,
      @QueryParam("flag") @Nullable String flag,
      @QueryParam("q") @Nullable String q,
      @BeanParam Paging paging) {
    Where where = new Where();
    Parameter.text("document", document).ifPresent(it -> where.equal("documentId", it));
    measures.conference(conference).ifPresent(it -> where.equal("conferenceId", it));
    measures.topic(topic).ifPresent(it -> where.equal("topicId", it));
    Parameter.oneOf("flag", flag, Flag.class)
        .ifPresent(it -> where.and("flags like :flag", "flag", "%" + it.name() + "%"));
    Parameter.text("q", q).ifPresent(it -> where.contains(it, "text"));
    paging.after().ifPresent(it -> after(where, Cursor.decode(it, 2)));
    return Page.of(
            where.fetch(measures, "documentId, line", paging.limit()),
            paging.limit(),
            it -> Cursor.encode(it.documentId, Integer.toString(it.line)))
        .map(MeasureRepository::measure);
  }

  private static void after(Where where, List<String> key) {
    try {
      where.and(
          "(documentId > :document0 or documentId = :document0 and line > :line0)",
          Map.of("document0", key.get(0), "line0", Integer.valueOf(key.get(1))));
    } catch (NumberFormatException e) {
      throw Cursor.malformed();
    }
  }

  @GET
  @Path("/{id}")
  public Measure one(@PathParam("id") String id) {
    return Parameter.text("id", id)
        .flatMap(measures::findByIdOptional)
        .map(MeasureRepository::measure)
        .orElseThrow(
            () -> Problems.notFound("measure-not-known", "No measure has the id '" + id + "'"));
  }
}
