package duban.catalog.term;

import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Creation;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Trial;
import duban.catalog.listing.Keyset;
import duban.catalog.listing.Where;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The terms (届) of congresses and party. */
@Path("/terms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "terms", description = "From the first session of a congress to the first of the next.")
@PermitAll
class TermsResource {
  private static final String NEW =
      """
      {"id": "PARTY-2026", "level": "PARTY", "name": "第十四届", "from": "2026-12-01",
       "to": "2031-11-30", "inferred": true}
      """;
  private static final String RUNNING =
      """
      {"id": "TOWNSHIP-2026", "level": "TOWNSHIP", "name": "第二十届", "from": "2026-12-15",
       "to": "2031-11-30", "inferred": false}
      """;
  private static final Keyset<TermEntity> ORDER = new Keyset<TermEntity>().by("id", it -> it.id);

  private final TermRepository terms;
  private final TermEdits edits;
  private final Edits editing;

  TermsResource(TermRepository terms, TermEdits edits, Edits editing) {
    this.terms = terms;
    this.edits = edits;
    this.editing = editing;
  }

  /** In the order of their ids. */
  @GET
  @Operation(summary = "List the terms")
  public Page<Term> list(@QueryParam("level") @Nullable String level, @BeanParam Paging paging) {
    Where where = new Where();
    Parameter.oneOf("level", level, Level.class).ifPresent(it -> where.equal("level", it.name()));
    return ORDER.page(terms, where, paging).map(TermEntity::term);
  }

  @GET
  @Operation(summary = "Read one term")
  @Path("/{id}")
  @Extension(name = "x-problems", value = "term-not-known")
  public RestResponse<Term> one(@PathParam("id") String id) {
    TermEntity term = terms.known(id);
    return Edits.shown(term.term(), term.version);
  }

  /** Makes one; conditions that are asked at the first session of a term may get another day. */
  @POST
  @Operation(summary = "Make a term")
  @APIResponse(responseCode = "200", description = "The same again, or only tried")
  @APIResponse(responseCode = "201", description = "Made")
  @Extension(
      name = "x-problems",
      value = "invalid-term confirmation-needed edit-too-long term-conflict")
  public RestResponse<Edited<Term>> create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a term", value = NEW)))
          @Valid
          @NotNull
          TermForm term,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    confirm.check();
    return editing.create(Creation.of("term", term.id(), term), trial, edits.making(term, confirm));
  }

  /** Changes one. */
  @PUT
  @Operation(summary = "Change a term and make the deadlines again")
  @Path("/{id}")
  @Extension(
      name = "x-problems",
      value = "invalid-term confirmation-needed edit-too-long term-not-known id-fixed")
  public RestResponse<Edited<Term>> edit(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(example = "TOWNSHIP-2026")
          @PathParam("id")
          String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "a term", value = RUNNING)))
          @Valid
          @NotNull
          TermForm term,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    return editing.change(
        "term", id, ifMatch, trial, () -> edits.change(id, term, ifMatch, confirm));
  }
}
