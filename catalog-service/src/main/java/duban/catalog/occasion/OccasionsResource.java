package duban.catalog.occasion;

import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Creation;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Trial;
import duban.catalog.listing.Keyset;
import duban.catalog.listing.Where;
import duban.catalog.rights.SeenOccasions;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What makes duties due (触发事项), entered by staff or planned ahead. */
@Path("/occasions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "occasions",
    description =
        "Something on a day that makes duties due: a session, a decision, an assigned suggestion.")
@PermitAll
class OccasionsResource {
  private static final String LIST = "GET occasions";
  private static final String REFUSED =
      "unknown-reference invalid-occasion confirmation-needed edit-too-long ";
  private static final Keyset<OccasionEntity> ORDER =
      new Keyset<OccasionEntity>()
          .by("sortedOn", it -> it.sortedOn, LocalDate::parse)
          .by("id", it -> it.id, UUID::fromString);

  private final OccasionRepository occasions;
  private final Beside beside;
  private final SeenOccasions seen;
  private final UnitRepository units;
  private final OccasionEdits edits;
  private final Edits editing;

  OccasionsResource(
      OccasionRepository occasions,
      Beside beside,
      SeenOccasions seen,
      UnitRepository units,
      OccasionEdits edits,
      Edits editing) {
    this.occasions = occasions;
    this.beside = beside;
    this.seen = seen;
    this.units = units;
    this.edits = edits;
    this.editing = editing;
  }

  /** In the order of their dates; one without a date stands where its year begins. */
  @GET
  @Operation(summary = "List occasions by date")
  public Page<Occasion> list(@BeanParam OccasionFilter filter, @BeanParam Paging paging) {
    Where where = seen.occasions(new Where(), LIST);
    filter.into(where, units);
    Page<OccasionEntity> page = ORDER.page(occasions, where, paging);
    return new Page<>(beside.shown(page.items(), LIST), page.next());
  }

  @GET
  @Operation(summary = "Read one occasion")
  @Path("/{id}")
  @Extension(name = "x-problems", value = "occasion-not-known")
  public RestResponse<Occasion> one(@PathParam("id") String id) {
    OccasionEntity occasion = occasions.known(id);
    return Edits.shown(
        beside.shown(List.of(occasion), OccasionRepository.ONE).get(0), occasion.version);
  }

  /** Enters one, and makes what becomes due by it. */
  @POST
  @Operation(summary = "Enter an occasion and make its deadlines")
  @APIResponse(responseCode = "200", description = "The same again, or only tried")
  @APIResponse(responseCode = "201", description = "Made")
  @Extension(name = "x-problems", value = REFUSED + "occasion-conflict")
  public RestResponse<Edited<Occasion>> create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a session", value = OccasionExamples.NEW)))
          @Valid
          @NotNull
          OccasionForm occasion,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    confirm.check();
    return editing.create(creation(occasion), trial, edits.making(occasion, confirm));
  }

  /**
   * Enters several, all or none. Those that are there already in the same form stay as they are.
   */
  @POST
  @Operation(summary = "Plan occasions, such as those of a year, all or none")
  @Path("/batch")
  @APIResponse(responseCode = "200", description = "The same again, or only tried")
  @APIResponse(responseCode = "201", description = "Made")
  @Extension(name = "x-problems", value = REFUSED + "occasion-conflict")
  public RestResponse<Edited<OccasionPlan.Planned>> plan(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a year", value = OccasionExamples.PLAN)))
          @Valid
          @NotNull
          OccasionPlan plan,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    confirm.check();
    return editing.createAll(
        plan.occasions().stream().map(OccasionsResource::creation).toList(),
        plan.where(),
        trial,
        edits.making(plan, confirm));
  }

  private static Creation creation(OccasionForm occasion) {
    return Creation.of("occasion", occasion.id().toString(), occasion);
  }

  /** Moves one to another date, cancels it, or changes what is said of it. */
  @PUT
  @Operation(summary = "Move, cancel or change an occasion and make the deadlines again")
  @Path("/{id}")
  @Extension(name = "x-problems", value = REFUSED + "occasion-not-known id-fixed")
  public RestResponse<Edited<Occasion>> edit(
      @Parameter(example = OccasionExamples.EXPECTED) @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples =
                          @ExampleObject(
                              name = "its date is known",
                              value = OccasionExamples.DATED)))
          @Valid
          @NotNull
          OccasionForm occasion,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    return editing.change(
        "occasion", id, ifMatch, trial, () -> edits.change(id, occasion, ifMatch, confirm));
  }
}
