package duban.catalog.unit;

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
import org.jspecify.annotations.Nullable;

/** Who can be responsible: bodies, departments, townships, and the groups that they form. */
@Path("/units")
@PermitAll
class UnitsResource {
  private final UnitRepository units;

  UnitsResource(UnitRepository units) {
    this.units = units;
  }

  /**
   * In the order of their ids.
   *
   * @param group the id or code of a group: its members
   * @param superior the id or code of a unit: those directly below it
   * @param q a stretch of the name, the code or an alias
   */
  @GET
  public Page<Unit> list(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("relation") @Nullable String relation,
      @QueryParam("group") @Nullable String group,
      @QueryParam("superior") @Nullable String superior,
      @QueryParam("q") @Nullable String q,
      @BeanParam Paging paging) {
    Where where = new Where();
    Parameter.oneOf("kind", kind, UnitKind.class).ifPresent(it -> where.equal("kind", it.name()));
    Parameter.oneOf("relation", relation, Relation.class)
        .ifPresent(it -> where.equal("relation", it.name()));
    Parameter.text("group", group)
        .ifPresent(
            it ->
                where.and(
                    "id in (select m.memberId from UnitMember m where m.groupId = :group)",
                    "group",
                    units.idOf("group", it)));
    Parameter.text("superior", superior)
        .ifPresent(it -> where.equal("superiorId", units.idOf("superior", it)));
    Parameter.text("q", q).ifPresent(it -> where.contains(it, "name", "code", "aliases"));
    paging.after().ifPresent(it -> where.and("id > :after", "after", Cursor.decode(it, 1).get(0)));
    return Page.of(
            where.fetch(units, "id", paging.limit()), paging.limit(), it -> Cursor.encode(it.id))
        .map(UnitRepository::unit);
  }

  @GET
  @Path("/{id}")
  public Unit one(@PathParam("id") String id) {
    return Parameter.text("id", id)
        .flatMap(units::byIdOrCode)
        .map(UnitRepository::unit)
        .orElseThrow(
            () -> Problems.notFound("unit-not-known", "No unit has the id or code '" + id + "'"));
  }
}
