package duban.catalog.unit;

import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Creation;
import duban.catalog.edit.Edited;
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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who can be responsible: bodies, departments, townships, and the groups that they form. */
@Path("/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "units",
    description =
        "Whoever can be responsible: bodies, departments, townships, and the groups that they"
            + " form.")
@PermitAll
class UnitsResource {
  private static final String REFUSED =
      "unknown-reference unit-circle code-taken invalid-unit confirmation-needed edit-too-long";
  private static final String NEW =
      """
      {"id": "QZF-BM-28", "name": "区政务服务管理局", "kind": "DEPARTMENT", "superior": "QZF",
       "relation": "DEPARTMENT", "receives": "QZF-BM-28", "aliases": ["政务局"], "inferred": true}
      """;
  private static final String GROUP =
      """
      {"id": "XRD-S", "code": "XRD-NP", "name": "南片各乡人大", "kind": "GROUP", "superior": "CY",
       "relation": "GUIDED", "members": ["XRD-01", "XRD-02"]}
      """;
  private static final String TOWNSHIP =
      """
      {"id": "XRD-01", "name": "南磨房乡人大", "kind": "BODY", "superior": "CY", "relation": "GUIDED",
       "receives": "XRD-ZXT-01", "organiser": [], "aliases": ["南磨房乡人民代表大会"], "members": [],
       "place": "南磨房乡", "inferred": false}
      """;
  private static final Keyset<UnitEntity> ORDER = new Keyset<UnitEntity>().by("id", it -> it.id);

  private final UnitRepository units;
  private final UnitEdits edits;
  private final Edits editing;
  private final Seen seen;

  UnitsResource(UnitRepository units, UnitEdits edits, Edits editing, Seen seen) {
    this.units = units;
    this.edits = edits;
    this.editing = editing;
    this.seen = seen;
  }

  /**
   * In the order of their ids.
   *
   * @param group the id or code of a group: its members
   * @param superior the id or code of a unit: those directly below it
   * @param q a stretch of the name, the code or an alias
   */
  @GET
  @Operation(summary = "List or search units")
  public Page<Unit> list(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("relation") @Nullable String relation,
      @QueryParam("group") @Nullable String group,
      @QueryParam("superior") @Nullable String superior,
      @QueryParam("q") @Nullable String q,
      @BeanParam Paging paging) {
    Set<String> hidden = seen.hiddenUnits("GET units");
    Where where = new Where();
    if (!hidden.isEmpty()) {
      where.and("id not in :hidden", "hidden", hidden);
    }
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
    return ORDER.page(units, where, paging).map(it -> UnitRepository.unit(it).without(hidden));
  }

  /** By its id or code. */
  @GET
  @Operation(summary = "Read one unit")
  @Path("/{id}")
  @Extension(name = "x-problems", value = "unit-not-known")
  public RestResponse<Unit> one(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(example = "XRD-01")
          @PathParam("id")
          String id) {
    Set<String> hidden = seen.hiddenUnits(UnitRepository.ONE);
    UnitEntity unit = units.known(id, hidden);
    return Edits.shown(UnitRepository.unit(unit).without(hidden), unit.version);
  }

  /** Makes one; deadlines appear where a group that it joins owes something. */
  @POST
  @Operation(summary = "Make a unit")
  @APIResponse(responseCode = "200", description = "The same again, or only tried")
  @APIResponse(responseCode = "201", description = "Made")
  @Extension(name = "x-problems", value = REFUSED + " unit-conflict")
  public RestResponse<Edited<Unit>> create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = {
                        @ExampleObject(name = "a department", value = NEW),
                        @ExampleObject(name = "a group", value = GROUP)
                      }))
          @Valid
          @NotNull
          UnitForm unit,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    confirm.check();
    return editing.create(Creation.of("unit", unit.id(), unit), trial, edits.making(unit, confirm));
  }

  /**
   * Changes one, and every unit that names it. With {@code endedOn} and {@code successor} it ends:
   * what it owes and is not finished passes to the successor under the same ids. Units merge by
   * ending with one successor.
   */
  @PUT
  @Operation(summary = "Change, end or merge a unit")
  @Path("/{id}")
  @Extension(name = "x-problems", value = REFUSED + " unit-not-known id-fixed")
  public RestResponse<Edited<Unit>> edit(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(example = "XRD-01")
          @PathParam("id")
          String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a township", value = TOWNSHIP)))
          @Valid
          @NotNull
          UnitForm unit,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    return editing.change(
        "unit", unit.id(), ifMatch, trial, () -> edits.change(id, unit, ifMatch, confirm));
  }
}
