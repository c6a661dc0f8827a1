package duban.catalog.deadline;

import duban.catalog.edit.Refused;
import duban.catalog.obligation.Drafts;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.ObligationRepository;
import duban.chassis.clock.BusinessClock;
import duban.chassis.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a rule makes of the coming years, before it is stored or after. */
@Path("/obligations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "obligations")
@PermitAll
class PreviewResource {
  private static final int MOST = 10;
  private static final String EXAMPLE =
      """
      {"id": "o-081", "measureId": "chaoyang-2015-T4-1", "title": "党组向区委常委会专题汇报",
       "quote": "区人大常委会党组每年向区委常委会专题汇报人大工作不少于2次", "strength": "MUST",
       "who": {"responsible": ["RDCWH-DZ"], "addressee": "QWCWH", "supervisor": "RDCWH-BG",
               "fanOut": "JOINT"},
       "rule": {"kind": "QUOTA", "period": "YEAR", "times": 2, "noun": "次专题汇报",
                "pace": [{"count": 1, "by": "--06-30"}], "lead": "P30D"},
       "afterDue": "EXPLAIN"}
      """;

  private final ObligationRepository obligations;
  private final Drafts drafts;
  private final Grounds grounds;
  private final BusinessClock clock;

  PreviewResource(
      ObligationRepository obligations, Drafts drafts, Grounds grounds, BusinessClock clock) {
    this.obligations = obligations;
    this.drafts = drafts;
    this.grounds = grounds;
    this.clock = clock;
  }

  /**
   * Of one that is not stored, or of another wording of one that is: checked as if it were to be
   * stored, and nothing is.
   *
   * @param years how many, with the running one; absent: 3, at most 10
   */
  @POST
  @Path("/preview")
  @Operation(summary = "Show the deadlines that a rule would make")
  @Extension(name = "x-stores-nothing", value = "true")
  @Extension(name = "x-problems", value = "unknown-reference quote-not-printed invalid-obligation")
  public Preview preview(
      @QueryParam("years") @Nullable String years,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a quota", value = EXAMPLE)))
          @Valid
          @NotNull
          Obligation obligation) {
    int many = number(years);
    Obligation checked = Refused.told(() -> drafts.unsaved(obligation));
    var others = obligations.obligations().stream().filter(it -> !it.id().equals(checked.id()));
    return of(checked, Stream.concat(others, Stream.of(checked)).toList(), many);
  }

  /**
   * Of one that is stored.
   *
   * @param years how many, with the running one; absent: 3, at most 10
   */
  @GET
  @Path("/{id}/preview")
  @Operation(summary = "Show the deadlines of the coming years")
  @Extension(name = "x-problems", value = "obligation-not-known")
  public Preview preview(@PathParam("id") String id, @QueryParam("years") @Nullable String years) {
    return of(
        obligations.seen(id, "GET obligations/{id}/preview"),
        obligations.obligations(),
        number(years));
  }

  private Preview of(Obligation obligation, List<Obligation> all, int years) {
    int from = clock.today().getYear();
    return Preview.of(obligation, all, grounds.now(), from, from + years - 1);
  }

  private static int number(@Nullable String years) {
    if (years == null) {
      return 3;
    }
    if (years.matches("[1-9]|10")) {
      return Integer.parseInt(years);
    }
    throw Problems.badRequest(
        "invalid-parameter", "years is '" + years + "'; give a number of 1 to " + MOST, "years");
  }
}
