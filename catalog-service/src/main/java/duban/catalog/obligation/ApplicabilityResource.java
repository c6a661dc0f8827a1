package duban.catalog.obligation;

import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Trial;
import duban.catalog.unit.UnitRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** To which units a duty applies of which that is asked. */
@Path("/obligations/{id}/applicability")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "obligations")
@PermitAll
class ApplicabilityResource {
  private final ObligationRepository obligations;
  private final UnitRepository units;
  private final Asking asking;
  private final Edits editing;

  ApplicabilityResource(
      ObligationRepository obligations, UnitRepository units, Asking asking, Edits editing) {
    this.obligations = obligations;
    this.units = units;
    this.asking = asking;
    this.editing = editing;
  }

  /** What was asked and answered, of all units. */
  record AnswerList(List<Answer> items) {}

  /** One for each unit of which it is asked; none if the duty asks nothing. */
  @GET
  @Operation(summary = "List of which units it is asked whether it applies, and the answers")
  @Extension(name = "x-problems", value = "obligation-not-known")
  public AnswerList list(@Parameter(example = "o-116b") @PathParam("id") String id) {
    var obligation = obligations.seen(id, "GET obligations/{id}/applicability");
    return new AnswerList(asking.of(obligation, units.hidden()));
  }

  /** Of one unit, by its id or code. */
  @GET
  @Path("/{unit}")
  @Operation(summary = "Read what was answered for a unit")
  @Extension(name = "x-problems", value = "obligation-not-known unit-not-known")
  public RestResponse<Answer> one(
      @Parameter(example = "o-116b") @PathParam("id") String id,
      @Parameter(example = "XDW-01") @PathParam("unit") String unit) {
    var obligation = obligations.seen(id, "GET obligations/{id}/applicability/{unit}");
    var answer = asking.of(obligation, units.hidden(), unit);
    return Edits.shown(answer.body(), answer.version());
  }

  /** Answers for one unit. */
  @PUT
  @Path("/{unit}")
  @Operation(summary = "Answer whether it applies to a unit, and make its deadlines again")
  @Extension(
      name = "x-problems",
      value = "unit-not-known confirmation-needed edit-too-long obligation-not-known")
  public RestResponse<Edited<Answer>> answer(
      @Parameter(example = "o-116b") @PathParam("id") String id,
      @Parameter(example = "XDW-01") @PathParam("unit") String unit,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "it does", value = "{\"applies\": true}")))
          @Valid
          @NotNull
          AnswerForm form,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    return editing.change(
        "answer",
        id + "/" + unit,
        ifMatch,
        trial,
        () -> asking.answer(id, unit, form.applies(), ifMatch, confirm));
  }
}
