package duban.catalog.obligation;

import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Refused;
import duban.catalog.edit.Trial;
import duban.chassis.clock.BusinessClock;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What staff decide of an obligation with one call. */
@Path("/obligations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "obligations")
@PermitAll
class DecisionsResource {
  private static final String PROBLEMS =
      "unknown-reference invalid-obligation confirmation-needed edit-too-long obligation-not-known";
  private static final String REPLACES = "{\"type\": \"REPLACES\", \"status\": \"CONFIRMED\"}";
  private static final String LAPSED = "{\"history\": \"LAPSED\", \"reason\": \"机构已撤销\"}";

  private final ObligationEdits edits;
  private final Edits editing;
  private final BusinessClock clock;

  DecisionsResource(ObligationEdits edits, Edits editing, BusinessClock clock) {
    this.edits = edits;
    this.editing = editing;
    this.clock = clock;
  }

  /**
   * Links it to an earlier one, or decides a link: proposed, confirmed, rejected, and back. While
   * it is proposed that it replaces the earlier one, that has no deadlines; once it is confirmed,
   * that has none from the day on which this is in force.
   */
  @PUT
  @Path("/links/{to}")
  @Operation(summary = "Decide whether it replaces, narrows, details or reaffirms an earlier one")
  @Extension(name = "x-problems", value = PROBLEMS)
  public RestResponse<Edited<ObligationView>> link(
      @Parameter(example = "o-120a") @PathParam("id") String id,
      @Parameter(example = "o-039") @PathParam("to") String to,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "confirmed", value = REPLACES)))
          @Valid
          @NotNull
          LinkForm link,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    return change(
        id, ifMatch, trial, confirm, was -> was.linked(new Link(to, link.type(), link.status())));
  }

  /** Says of what an earlier conference laid down whether it was carried out, lasts, or lapsed. */
  @PUT
  @Path("/history")
  @Operation(summary = "Say what became of what an earlier conference laid down")
  @Extension(name = "x-problems", value = PROBLEMS)
  public RestResponse<Edited<ObligationView>> history(
      @Parameter(example = "o-039") @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "lapsed", value = LAPSED)))
          @Valid
          @NotNull
          HistoryForm history,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    return change(id, ifMatch, trial, confirm, was -> history.of(was, clock.today()));
  }

  /** Confirms a field that the text does not print. */
  @PUT
  @Path("/inferred/{field}")
  @Operation(summary = "Confirm what was inferred of a field")
  @Extension(name = "x-problems", value = PROBLEMS)
  public RestResponse<Edited<ObligationView>> inferred(
      @Parameter(example = "o-039") @PathParam("id") String id,
      @Parameter(example = "lead") @PathParam("field") String field,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "right", value = "{\"confirmed\": true}")))
          @Valid
          @NotNull
          ConfirmedForm form,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    return change(
        id,
        ifMatch,
        trial,
        confirm,
        was -> {
          if (was.inferred().stream().noneMatch(it -> it.field().equals(field))) {
            throw new Refused(
                "invalid-obligation",
                "field",
                "field '" + field + "' of " + id + " is not inferred");
          }
          return was.confirmed(field, form.confirmed());
        });
  }

  private RestResponse<Edited<ObligationView>> change(
      String id,
      @Nullable String ifMatch,
      Trial trial,
      Confirmation confirm,
      UnaryOperator<Obligation> edit) {
    return editing.change(
        "obligation", id, ifMatch, trial, () -> edits.change(id, ifMatch, confirm, edit));
  }
}
