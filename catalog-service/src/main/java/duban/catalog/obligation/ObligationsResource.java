package duban.catalog.obligation;

import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Creation;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Trial;
import duban.catalog.listing.Keyset;
import duban.catalog.listing.Where;
import duban.catalog.measure.MeasureRepository;
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
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the measures demand: the rules from which deadlines are made. */
@Path("/obligations")
@Tag(
    name = "obligations",
    description =
        "What a measure demands, of whom, how often and by when: the rules that make deadlines.")
@PermitAll
class ObligationsResource {
  private static final String REFUSED =
      "unknown-reference quote-not-printed invalid-obligation confirmation-needed";
  private static final String QUOTA =
      """
      {"id": "o-080", "measureId": "chaoyang-2001-T4-2", "title": "听取常委会党组工作汇报",
       "quote": "区委常委会每年至少两次专题听取区人大常委会党组的工作汇报", "strength": "MUST",
       "who": {"responsible": ["QWCWH"], "coHandlers": [], "supervisor": "QWB",
               "remindTo": "RESPONSIBLE", "fanOut": "JOINT"},
       "rule": {"kind": "QUOTA", "period": "YEAR", "times": 2, "noun": "次汇报", "due": "--12-31",
                "pace": [{"count": 1, "by": "--06-30"}], "lead": "P20D", "reportWithin": "P10D",
                "conditions": [{"attribute": "hours", "atLeast": 1}], "roll": "PREVIOUS"},
       "evidence": ["会议纪要"], "rated": false, "afterDue": "EXPLAIN",
       "inferred": [{"field": "pace", "why": "上、下半年各一次"}]}
      """;
  private static final String CHECKPOINTS =
      """
      {"id": "o-062b", "measureId": "chaoyang-2015-T3-3", "title": "法院代表建议三段督办",
       "quote": "坚持年初交办听方案、年中检查看进度、年底审议促落实的全程督办模式",
       "strength": "MUST",
       "who": {"responsible": ["QFY"], "addressee": "RDCWH", "supervisor": "RDCWH-BG",
               "fanOut": "JOINT"},
       "rule": {"kind": "CHECKPOINTS", "period": "YEAR",
                "checkpoints": [
                  {"name": "年初交办听方案", "opens": "--02-01", "due": "--04-30",
                   "actor": "RDCWH", "completes": "PLAN_HEARD"},
                  {"name": "年底审议促落实", "due": "--12-31", "completes": "REVIEWED_AT_MEETING"}],
                "roll": "PREVIOUS"},
       "rated": true, "afterDue": "MAKE_UP", "inForceFrom": "2028-01-01",
       "inForceTo": "2031-12-31",
       "inferred": [{"field": "responsible", "why": "原文未写主体"}]}
      """;
  private static final String WINDOW =
      """
      {"id": "o-039", "measureId": "chaoyang-2015-T2-1", "title": "报送法律法规贯彻实施情况",
       "quote": "区政府工作部门每年10月份向人大常委会报送本部门贯彻实施1—2部法律法规的情况",
       "strength": "MUST",
       "who": {"responsible": ["QZF-BM"], "addressee": "RDCWH", "supervisor": "RDCWH-BG",
               "fanOut": "PER_UNIT"},
       "rule": {"kind": "WINDOW", "period": "YEAR", "times": 1, "noun": "份报告",
                "opens": "--10-01", "due": "--10-31", "lead": "P20D",
                "conditions": [{"attribute": "laws", "atLeast": 1, "atMost": 2}],
                "roll": "PREVIOUS"},
       "evidence": ["加盖公章的书面报告"], "afterDue": "MAKE_UP",
       "extension": {"max": "P15D", "times": 1}, "inForceFrom": "2027-01-01",
       "inferred": [{"field": "lead", "why": "窗口开始即国庆假期,须在9月上中旬告知"}]}
      """;
  private static final Keyset<ObligationEntity> ORDER =
      new Keyset<ObligationEntity>().by("id", it -> it.id);

  private final ObligationRepository obligations;
  private final MeasureRepository measures;
  private final UnitRepository units;
  private final ObligationEdits edits;
  private final Edits editing;

  ObligationsResource(
      ObligationRepository obligations,
      MeasureRepository measures,
      UnitRepository units,
      ObligationEdits edits,
      Edits editing) {
    this.obligations = obligations;
    this.measures = measures;
    this.units = units;
    this.edits = edits;
    this.editing = editing;
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
    Where where = new Where();
    Parameter.text("unit", unit)
        .ifPresent(
            it ->
                where.and(
                    "id in (select o.obligationId from ObligationUnit o where o.unitId = :unit"
                        + " or o.unitId in"
                        + " (select m.groupId from UnitMember m where m.memberId = :unit))",
                    "unit",
                    units.idOf("unit", it)));
    measures.filter(where, measure, conference, topic);
    Parameter.oneOf("kind", kind, RuleKind.class).ifPresent(it -> where.equal("kind", it.name()));
    Parameter.oneOf("strength", strength, Strength.class)
        .ifPresent(it -> where.equal("strength", it.name()));
    Parameter.text("q", q).ifPresent(it -> where.containsOrMeasure(it, "title"));
    return ORDER.page(obligations, where, paging).map(ObligationView::of);
  }

  @GET
  @Operation(summary = "Read one obligation")
  @Path("/{id}")
  @Extension(name = "x-problems", value = "obligation-not-known")
  public RestResponse<ObligationView> one(@PathParam("id") String id) {
    ObligationEntity obligation = obligations.known(id);
    return Edits.shown(ObligationView.of(obligation), obligation.version);
  }

  /** Makes one, and its deadlines. Absent, {@code inForceFrom} is the next 1 January. */
  @POST
  @Operation(summary = "Make an obligation and its deadlines")
  @ResponseStatus(201)
  @Extension(name = "x-problems", value = REFUSED + " obligation-conflict")
  public RestResponse<Edited<ObligationView>> create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = {
                        @ExampleObject(name = "a quota", value = QUOTA),
                        @ExampleObject(name = "checkpoints", value = CHECKPOINTS)
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
        () -> edits.present(obligation.id()),
        () -> edits.create(obligation, confirm));
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
                      examples = @ExampleObject(name = "a window", value = WINDOW)))
          @Valid
          @NotNull
          Obligation obligation,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    return editing.change(trial, () -> edits.change(id, obligation, ifMatch, confirm));
  }
}
