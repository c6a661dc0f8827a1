package duban.catalog.occasion;

import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Creation;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Trial;
import duban.catalog.listing.Keyset;
import duban.catalog.listing.Where;
import duban.catalog.unit.UnitRepository;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
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

/** The kinds of occasions for which duties wait. */
@Path("/occasion-types")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "occasion-types",
    description =
        "The kinds of occasions: whether one is expected each year, and what is recorded.")
@PermitAll
class OccasionTypesResource {
  private static final String NEW =
      """
      {"id": "DEPUTIES_OPEN_DAY", "name": "代表接待日", "yearly": false, "makesDeadlines": true,
       "attributes": ["annual"]}
      """;
  private static final String KNOWN =
      """
      {"id": "DISTRICT_CONGRESS_SESSION", "name": "区人民代表大会会议", "yearly": true,
       "makesDeadlines": true, "attributes": ["annual"]}
      """;
  private static final String REFUSED =
      "unknown-reference invalid-occasion-type confirmation-needed edit-too-long ";
  private static final Keyset<OccasionTypeEntity> ORDER =
      new Keyset<OccasionTypeEntity>().by("id", it -> it.id);

  private final OccasionTypeRepository types;
  private final UnitRepository units;
  private final OccasionTypeEdits edits;
  private final Edits editing;

  OccasionTypesResource(
      OccasionTypeRepository types, UnitRepository units, OccasionTypeEdits edits, Edits editing) {
    this.types = types;
    this.units = units;
    this.edits = edits;
    this.editing = editing;
  }

  /** In the order of their ids. */
  @GET
  @Operation(summary = "List the types of occasions")
  public Page<OccasionType> list(@BeanParam Paging paging) {
    return shown(ORDER.page(types, new Where(), paging));
  }

  private Page<OccasionType> shown(Page<OccasionTypeEntity> page) {
    Set<String> hidden = units.hidden();
    return new Page<>(
        types.types(page.items()).stream().map(it -> it.without(hidden)).toList(), page.next());
  }

  @GET
  @Operation(summary = "Read one type of occasions")
  @Path("/{id}")
  @Extension(name = "x-problems", value = "occasion-type-not-known")
  public RestResponse<OccasionType> one(@PathParam("id") String id) {
    OccasionTypeEntity type = types.known(id);
    return Edits.shown(types.type(type).without(units.hidden()), type.version);
  }

  /**
   * Makes one; of a yearly one an occasion without a date stands for this year and the next, for
   * all or of each unit that keeps it.
   */
  @POST
  @Operation(summary = "Make a type of occasions")
  @APIResponse(responseCode = "200", description = "The same again, or only tried")
  @APIResponse(responseCode = "201", description = "Made")
  @Extension(name = "x-problems", value = REFUSED + "occasion-type-conflict")
  public RestResponse<Edited<OccasionType>> create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a type", value = NEW)))
          @Valid
          @NotNull
          OccasionTypeForm type,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    confirm.check();
    return editing.create(
        Creation.of("occasion-type", type.id(), type), trial, edits.making(type, confirm));
  }

  /** Changes one, as far as the occasions that staff have entered still fit. */
  @PUT
  @Operation(summary = "Change a type of occasions and make the deadlines again")
  @Path("/{id}")
  @Extension(name = "x-problems", value = REFUSED + "occasion-type-not-known id-fixed")
  public RestResponse<Edited<OccasionType>> edit(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
              example = "DISTRICT_CONGRESS_SESSION")
          @PathParam("id")
          String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a type", value = KNOWN)))
          @Valid
          @NotNull
          OccasionTypeForm type,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    return editing.change(
        "occasion-type", id, ifMatch, trial, () -> edits.change(id, type, ifMatch, confirm));
  }
}
