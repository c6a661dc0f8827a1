package duban.notification.contact;

import duban.chassis.edit.Version;
import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.rights.Access;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who receives for which units. */
@Path("contacts")
@Tag(name = "contacts", description = "Who receives the messages of which units, and where.")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class ContactResource {

  private final ContactRepository contacts;
  private final Editing editing;
  private final Access access;

  ContactResource(ContactRepository contacts, Editing editing, Access access) {
    this.contacts = contacts;
    this.editing = editing;
    this.access = access;
  }

  /**
   * Those that the caller may see, by id.
   *
   * @param unit the code of one for which they receive
   */
  @GET
  @Operation(summary = "List the contacts")
  @Extension(name = "x-problems", value = "unauthenticated forbidden")
  @Transactional
  public Page<ContactView> list(
      @QueryParam("unit") @Nullable String unit, @BeanParam Paging paging) {
    var ofUnit = duban.chassis.problem.Parameter.text("unit", unit);
    var from = paging.after().map(it -> Cursor.decode(it, 1).get(0)).orElse("");
    return Page.of(
            contacts.after(from, paging.limit() + 1, ofUnit, access.sight()),
            paging.limit(),
            it -> Cursor.encode(it.id))
        .map(ContactView::of);
  }

  /** One contact, with the ETag that a change starts from. */
  @GET
  @Operation(summary = "Read one contact")
  @Path("{id}")
  @Transactional
  @APIResponseSchema(ContactView.class)
  @Extension(name = "x-problems", value = "contact-not-known unauthenticated forbidden")
  public Response get(@Parameter(example = "QZF-BM-03") @PathParam("id") String id) {
    var contact = contacts.require(checked(id), access.sight());
    return Response.ok(ContactView.of(contact))
        .header("ETag", Version.etag(contact.version))
        .build();
  }

  /**
   * A new recipient. What is held because nobody received for its units is planned again, and the
   * answer says what that changes; with dryRun nothing is kept.
   */
  @POST
  @Operation(summary = "Make a contact")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(
      responseCode = "200",
      description = "The same again, or only tried",
      content = @Content(schema = @Schema(implementation = ContactAnswer.class)))
  @APIResponse(responseCode = "201", description = "Made")
  @Extension(
      name = "x-problems",
      value = "contact-conflict invalid-address unit-not-known unavailable")
  public Response create(
      @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("dryRun")
          @Nullable String dryRun,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = NewContact.class),
                      examples = @ExampleObject(name = "new", value = Examples.CREATE)))
          @NotNull
          @Valid
          NewContact contact) {
    var dry = dry(dryRun);
    var edited = editing.create(contact, dry);
    var path = URI.create("contacts/" + contact.id());
    var response = edited.created() && !dry ? Response.created(path) : Response.ok();
    return answer(response, edited.answer(), dry);
  }

  /**
   * Changes a contact, or ends it. What is not sent yet goes to the new address; what was sent is
   * not sent again. The same answer, and the same dryRun.
   */
  @PUT
  @Operation(summary = "Change or end a contact")
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(ContactAnswer.class)
  @Extension(
      name = "x-problems",
      value = "contact-not-known invalid-address unit-not-known unavailable")
  public Response change(
      @Parameter(example = "QZF-BM-03") @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("dryRun")
          @Nullable String dryRun,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = ContactChange.class),
                      examples = @ExampleObject(name = "address", value = Examples.CHANGE)))
          @NotNull
          @Valid
          ContactChange change) {
    var dry = dry(dryRun);
    return answer(Response.ok(), editing.change(checked(id), change, ifMatch, dry), dry);
  }

  private static boolean dry(@Nullable String dryRun) {
    return duban.chassis.problem.Parameter.flag("dryRun", dryRun);
  }

  /** PostgreSQL looks for no NUL. */
  private static String checked(String id) {
    return duban.chassis.problem.Parameter.text("id", id).orElse("");
  }

  private static Response answer(
      Response.ResponseBuilder response, ContactAnswer body, boolean dry) {
    if (!dry) {
      response.header("ETag", Version.etag(body.contact().version()));
    }
    return response.entity(body).build();
  }
}
