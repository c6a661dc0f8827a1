package duban.catalog.occasion;

import duban.catalog.edit.Creation;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Trial;
import duban.catalog.listing.Keyset;
import duban.catalog.listing.Where;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The vocabulary of what may be recorded of occasions and occurrences. */
@Path("/attributes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "attributes",
    description =
        "What may be recorded of an occasion or an occurrence, by name and kind of value.")
@PermitAll
class AttributesResource {
  private static final String NEW =
      """
      {"name": "guests", "type": "NUMBER", "label": "列席代表(人)"}
      """;
  private static final String KNOWN =
      """
      {"name": "annual", "type": "YES_NO", "label": "年度会议"}
      """;
  private static final Keyset<AttributeEntity> ORDER =
      new Keyset<AttributeEntity>().by("name", it -> it.name);

  private final AttributeRepository attributes;
  private final AttributeEdits edits;
  private final Edits editing;

  AttributesResource(AttributeRepository attributes, AttributeEdits edits, Edits editing) {
    this.attributes = attributes;
    this.edits = edits;
    this.editing = editing;
  }

  /** In the order of their names. */
  @GET
  @Operation(summary = "List the attributes")
  public Page<AttributeType> list(@BeanParam Paging paging) {
    return ORDER.page(attributes, new Where(), paging).map(AttributeEntity::attribute);
  }

  @GET
  @Operation(summary = "Read one attribute")
  @Path("/{name}")
  @Extension(name = "x-problems", value = "attribute-not-known")
  public RestResponse<AttributeType> one(@PathParam("name") String name) {
    AttributeEntity attribute = attributes.known(name);
    return Edits.shown(attribute.attribute(), attribute.version);
  }

  @POST
  @Operation(summary = "Make an attribute")
  @APIResponse(responseCode = "200", description = "The same again, or only tried")
  @APIResponse(responseCode = "201", description = "Made")
  @Extension(name = "x-problems", value = "attribute-conflict")
  public RestResponse<AttributeType> create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "an attribute", value = NEW)))
          @Valid
          @NotNull
          AttributeForm attribute,
      @BeanParam Trial trial) {
    return editing.create(
        Creation.of("attribute", attribute.name(), attribute), trial, edits.making(attribute));
  }

  /** Changes its label; its type only while no type of occasion and no obligation uses it. */
  @PUT
  @Operation(summary = "Change an attribute")
  @Path("/{name}")
  @Extension(name = "x-problems", value = "attribute-in-use attribute-not-known id-fixed")
  public RestResponse<AttributeType> edit(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(example = "annual")
          @PathParam("name")
          String name,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "an attribute", value = KNOWN)))
          @Valid
          @NotNull
          AttributeForm attribute,
      @BeanParam Trial trial) {
    return editing.change(
        "attribute", name, ifMatch, trial, () -> edits.change(name, attribute, ifMatch));
  }
}
