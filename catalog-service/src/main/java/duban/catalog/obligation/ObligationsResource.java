package duban.catalog.obligation;

import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Creation;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Trial;
import duban.catalog.listing.Keyset;
import duban.catalog.listing.Where;
import duban.catalog.measure.MeasureRepository;
import duban.catalog.rights.Seen;
import duban.catalog.rule.RuleKind;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the measures demand: the rules from which deadlines are made. */
@Path("/obligations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "obligations",
    description =
        "What a measure demands, of whom, how often and by when: the rules that make deadlines.")
@PermitAll
class ObligationsResource {
  private static final String LIST = "GET obligations";
  private static final String REFUSED =
      "unknown-reference quote-not-printed invalid-obligation confirmation-needed edit-too-long";
  private static final Keyset<ObligationEntity> ORDER =
      new Keyset<ObligationEntity>().by("id", it -> it.id);

  private final ObligationRepository obligations;
  private final MeasureRepository measures;
  private final UnitRepository units;
  private final ObligationEdits edits;
  private final Edits editing;
  private final Seen seen;
  private final Beside beside;

  ObligationsResource(
      ObligationRepository obligations,
      MeasureRepository measures,
      UnitRepository units,
      ObligationEdits edits,
      Edits editing,
      Seen seen,
      Beside beside) {
    this.obligations = obligations;
    this.measures = measures;
    this.units = units;
    this.edits = edits;
    this.editing = editing;
    this.seen = seen;
    this.beside = beside;
  }

  /**
   * In the order of their ids.
   *
   * @param unit the id or code of a unit: what it, or a group that it belongs to, is responsible
   *     for
   * @param q a stretch of the title or the measure's text
   */
  @GET
  @Operation(summary = "List or search obligations")
  public Page<ObligationView> list(
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("measure") @Nullable String measure,
      @QueryParam("conference") @Nullable String conference,
      @QueryParam("topic") @Nullable String topic,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("strength") @Nullable String strength,
      @QueryParam("q") @Nullable String q,
      @BeanParam Paging paging) {
    Where where = seen.obligations(new Where(), LIST);
    Parameter.text("unit", unit)
        .ifPresent(
            it ->
                where.and(
                    "id in (select o.obligationId from ObligationUnit o where o.unitId = :unit"
                        + " or o.unitId in"
                        + " (select m.groupId from UnitMember m where m.memberId = :unit))",
                    "unit",
                    units.idOf("unit", it)));
    measures.filter(where, measure, conference, topic, this::names);
    Parameter.oneOf("kind", kind, RuleKind.class).ifPresent(it -> where.equal("kind", it.name()));
    Parameter.oneOf("strength", strength, Strength.class)
        .ifPresent(it -> where.equal("strength", it.name()));
    Parameter.text("q", q)
        .ifPresent(it -> where.containsOrMeasure(it, seen.measures(where), "title"));
    Page<ObligationEntity> page = ORDER.page(obligations, where, paging);
    return page.map(beside.view(page.items(), LIST));
  }

  /** Whether an obligation that the caller sees is one of the measure. */
  private boolean names(String measure) {
    return seen.obligations(new Where().equal("measureId", measure), LIST).any(obligations);
  }

  @GET
  @Operation(summary = "Read one obligation")
  @Path("/{id}")
  @Extension(name = "x-problems", value = "obligation-not-known")
  public RestResponse<ObligationView> one(@PathParam("id") String id) {
    ObligationEntity obligation = obligations.known(id);
    var view = beside.view(List.of(obligation), ObligationRepository.ONE);
    return Edits.shown(view.apply(obligation), obligation.version);
  }

  /** Makes one, and its deadlines. Absent, {@code inForceFrom} is the next 1 January. */
  @POST
  @Operation(summary = "Make an obligation and its deadlines")
  @APIResponse(responseCode = "200", description = "The same again, or only tried")
  @APIResponse(responseCode = "201", description = "Made")
  @Extension(name = "x-problems", value = REFUSED + " obligation-conflict")
  public RestResponse<Edited<ObligationView>> create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = {
                        @ExampleObject(name = "a quota", value = Examples.QUOTA),
                        @ExampleObject(name = "checkpoints", value = Examples.CHECKPOINTS)
                      }))
          @Valid
          @NotNull
          Obligation obligation,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    confirm.check();
    return editing.create(
        Creation.of("obligation", obligation.id(), obligation),
        trial,
        edits.making(obligation, confirm));
  }

  /** Changes one, and makes its deadlines again; what is finished stays as it is. */
  @PUT
  @Operation(summary = "Change an obligation and make its deadlines again")
  @Path("/{id}")
  @Extension(name = "x-problems", value = REFUSED + " obligation-not-known id-fixed")
  public RestResponse<Edited<ObligationView>> edit(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(example = "o-039")
          @PathParam("id")
          String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a window", value = Examples.WINDOW)))
          @Valid
          @NotNull
          Obligation obligation,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    return editing.change(
        "obligation", id, ifMatch, trial, () -> edits.change(id, obligation, ifMatch, confirm));
  }
}
