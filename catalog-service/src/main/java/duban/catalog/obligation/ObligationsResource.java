package duban.catalog.obligation;

import duban.catalog.listing.Where;
import duban.catalog.measure.MeasureRepository;
import duban.catalog.unit.UnitRepository;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the measures demand: the rules from which deadlines are made. */
@Path("/obligations")
@PermitAll
class ObligationsResource {
  private final ObligationRepository obligations;
  private final MeasureRepository measures;
  private final UnitRepository units;

  ObligationsResource(
      ObligationRepository obligations, MeasureRepository measures, UnitRepository units) {
    this.obligations = obligations;
    this.measures = measures;
    this.units = units;
  }

  /**
   * In the order of their ids.
   *
   * @param unit the id or code of a unit: what it, or a group that it belongs to, is responsible
   *     for
   * @param q a stretch of the title or the measure's text
   */
  @GET
  public Page<ObligationView> list(
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("measure") @Nullable String measure,
      @QueryParam("conference") @Nullable String conference,
      @QueryParam("topic") @Nullable String topic,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("strength") @Nullable String strength,
      @QueryParam("q") @Nullable String q,
      @BeanParam Paging paging) {
    Where where = new Where();
    Parameter.text("unit", unit)
        .ifPresent(
            it ->
                where.and(
                    "id in (select o.obligationId from ObligationUnit o where o.unitId = :unit"
                        + " or o.unitId in"
                        + " (select m.groupId from UnitMember m where m.memberId = :unit))",
                    Map.of("unit", units.idOf("unit", it))));
    measures.filter(where, measure, conference, topic);
    Parameter.oneOf("kind", kind, RuleKind.class).ifPresent(it -> where.equal("kind", it.name()));
    Parameter.oneOf("strength", strength, Strength.class)
        .ifPresent(it -> where.equal("strength", it.name()));
    Parameter.text("q", q).ifPresent(it -> where.containsOrMeasure(it, "title"));
    paging.after().ifPresent(it -> where.and("id > :after", "after", Cursor.decode(it, 1).get(0)));
    return Page.of(
            where.fetch(obligations, "id", paging.limit()),
            paging.limit(),
            it -> Cursor.encode(it.id))
        .map(ObligationView::of);
  }

  @GET
  @Path("/{id}")
  public ObligationView one(@PathParam("id") String id) {
    return Parameter.text("id", id)
        .flatMap(obligations::findByIdOptional)
        .map(ObligationView::of)
        .orElseThrow(
            () ->
                Problems.notFound("obligation-not-known", "No obligation has the id '" + id + "'"));
  }
}
