package duban.notification.contact;

import duban.chassis.clock.BusinessClock;
import duban.chassis.edit.Version;
import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Problems;
import duban.notification.deadline.ToPlan;
import duban.notification.unit.Units;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
  private final Units units;
  private final ToPlan toPlan;
  private final BusinessClock clock;

  ContactResource(ContactRepository contacts, Units units, ToPlan toPlan, BusinessClock clock) {
    this.contacts = contacts;
    this.units = units;
    this.toPlan = toPlan;
    this.clock = clock;
  }

  /** All contacts, by id. */
  @GET
  @Operation(summary = "List the contacts")
  @Transactional
  public Page<ContactView> list(@BeanParam Paging paging) {
    var from = paging.after().map(it -> Cursor.decode(it, 1).get(0)).orElse("");
    return Page.of(
            contacts.after(from, paging.limit() + 1), paging.limit(), it -> Cursor.encode(it.id))
        .map(ContactView::of);
  }

  /** One contact, with the ETag that a change starts from. */
  @GET
  @Operation(summary = "Read one contact")
  @Path("{id}")
  @Transactional
  @APIResponseSchema(ContactView.class)
  @Extension(name = "x-problems", value = "contact-not-known")
  public Response get(@Parameter(example = "QZF-BM-03") @PathParam("id") String id) {
    return answer(
        Response.ok(), contacts.findByIdOptional(known(id)).orElseThrow(() -> unknown(id)));
  }

  /** A new recipient. What is held because nobody received for its units is planned again. */
  @POST
  @Operation(summary = "Make a contact")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @APIResponseSchema(value = ContactView.class, responseCode = "201")
  @Extension(name = "x-problems", value = "contact-conflict invalid-address unit-not-known")
  public Response create(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = NewContact.class),
                      examples = @ExampleObject(name = "new", value = Examples.CREATE)))
          @NotNull
          @Valid
          NewContact wanted) {
    var change = checked(wanted.change());
    var made = contacts.insert(wanted.id(), clock.now());
    var contact = contacts.locked(wanted.id()).orElseThrow(() -> unknown(wanted.id()));
    if (made) {
      contact.become(change, clock.now());
      toPlan.all();
      return answer(Response.created(URI.create("contacts/" + contact.id)), contact);
    }
    if (!contact.is(change)) {
      throw Problems.conflict(
          "contact-conflict",
          "There is another contact with the id " + contact.id + "; change it with PUT");
    }
    return answer(Response.ok(), contact);
  }

  /**
   * Changes a contact, or ends it. What is not sent yet goes to the new address; what was sent is
   * not sent again.
   */
  @PUT
  @Operation(summary = "Change or end a contact")
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @APIResponseSchema(ContactView.class)
  @Extension(name = "x-problems", value = "contact-not-known invalid-address unit-not-known")
  public Response change(
      @Parameter(example = "QZF-BM-03") @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = ContactChange.class),
                      examples = @ExampleObject(name = "address", value = Examples.CHANGE)))
          @NotNull
          @Valid
          ContactChange change) {
    var contact = contacts.locked(known(id)).orElseThrow(() -> unknown(id));
    Version.require(ifMatch, contact.version, "contact " + id);
    checked(change);
    if (!contact.is(change)) {
      contact.become(change, clock.now());
      toPlan.all();
    }
    return answer(Response.ok(), contact);
  }

  private ContactChange checked(ContactChange change) {
    Address.check(change.email());
    for (int i = 0; i < change.units().size(); i++) {
      units.require("units[" + i + "]", change.units().get(i));
    }
    return change;
  }

  private static Response answer(Response.ResponseBuilder response, Contact contact) {
    return response
        .header("ETag", Version.etag(contact.version))
        .entity(ContactView.of(contact))
        .build();
  }

  /** PostgreSQL looks for no NUL. */
  private static String known(String id) {
    return duban.chassis.problem.Parameter.text("id", id).orElse("");
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound("contact-not-known", "There is no contact with the id " + id);
  }
}
