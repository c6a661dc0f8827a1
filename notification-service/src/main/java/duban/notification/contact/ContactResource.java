package duban.notification.contact;

import duban.chassis.clock.BusinessClock;
import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Problems;
import duban.notification.deadline.ToPlan;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.TreeSet;

/** Who receives for which units. */
@Path("contacts")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class ContactResource {

  private final ContactRepository contacts;
  private final ToPlan toPlan;
  private final BusinessClock clock;

  ContactResource(ContactRepository contacts, ToPlan toPlan, BusinessClock clock) {
    this.contacts = contacts;
    this.toPlan = toPlan;
    this.clock = clock;
  }

  /** All contacts, by id. */
  @GET
  @Transactional
  public Page<ContactView> list(@BeanParam Paging paging) {
    var from = paging.after().map(it -> Cursor.decode(it, 1).get(0)).orElse("");
    return Page.of(
            contacts.after(from, paging.limit() + 1), paging.limit(), it -> Cursor.encode(it.id))
        .map(ContactView::of);
  }

  /** One contact. */
  @GET
  @Path("{id}")
  @Transactional
  public ContactView get(@PathParam("id") String id) {
    return contacts
        .findByIdOptional(id)
        .map(ContactView::of)
        .orElseThrow(
            () -> Problems.notFound("contact-not-known", "There is no contact with the id " + id));
  }

  /**
   * Creates or changes a contact: 201 the first time, then 200. What is not sent yet goes to the
   * new address.
   */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  public Response put(@PathParam("id") String id, @NotNull @Valid ContactChange change) {
    if (!id.matches("[A-Za-z0-9-]{1,40}")) {
      throw Problems.badRequest(
          "invalid-parameter", "id is not 1 to 40 letters, digits and hyphens", "id");
    }
    var known = contacts.findByIdOptional(id);
    var contact = known.orElseGet(Contact::new);
    contact.id = id;
    contact.name = change.name();
    contact.email = change.email();
    contact.units = new TreeSet<>(change.units());
    contact.changedAt = clock.now();
    if (known.isEmpty()) {
      contacts.persist(contact);
    }
    toPlan.all();
    var view = ContactView.of(contact);
    return known.isPresent()
        ? Response.ok(view).build()
        : Response.created(URI.create("/api/notification/contacts/" + id)).entity(view).build();
  }
}
