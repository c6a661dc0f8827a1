package duban.catalog.yearly;

import duban.catalog.edit.Edits;
import duban.catalog.edit.Trial;
import duban.catalog.listing.Keyset;
import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import duban.catalog.unit.UnitRepository;
import duban.catalog.yearly.SentListEdits.Sending;
import duban.catalog.yearly.SentListRepository.Sent;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
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

/** The list of a year, sent to be signed for once (交办). */
@Path("/sent-lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "yearly-lists")
@PermitAll
class SentListsResource {
  private static final String LIST = "GET sent-lists";
  private static final String NEW =
      """
      {"id": "6f1de0a4-3a0b-4c55-8d1e-0d2f3c4b5a70", "year": 2028, "unit": "JDGW"}
      """;
  private static final Keyset<SentListEntity> ORDER =
      new Keyset<SentListEntity>()
          .by("sentOn", it -> it.sentOn, LocalDate::parse)
          .by("id", it -> it.id, UUID::fromString);

  private final SentListRepository sent;
  private final SentListEdits edits;
  private final UnitRepository units;
  private final Seen seen;
  private final Edits editing;

  SentListsResource(
      SentListRepository sent,
      SentListEdits edits,
      UnitRepository units,
      Seen seen,
      Edits editing) {
    this.sent = sent;
    this.edits = edits;
    this.units = units;
    this.seen = seen;
    this.editing = editing;
  }

  /** In the order in which they were sent, without their rows. */
  @GET
  @Operation(summary = "List the yearly lists that were sent")
  public Page<Sent> list(@BeanParam SentListFilter filter, @BeanParam Paging paging) {
    Where where = seen.sentTo(new Where(), LIST);
    filter.into(where, units);
    Page<SentListEntity> page = ORDER.page(sent, where, paging);
    return new Page<>(sent.shown(page.items()), page.next());
  }

  /** With its rows, as they were when it was sent. */
  @GET
  @Path("/{id}")
  @Operation(summary = "Read one yearly list as it was sent")
  @Extension(name = "x-problems", value = "sent-list-not-known")
  public SentList one(
      @Parameter(example = "c2aa4911-e045-5369-aca6-9266fb611449") @PathParam("id") String id) {
    return sent.known(id);
  }

  /**
   * To each unit that owes something or handles it too, with the rows that the unit itself reads in
   * the list of the year. The unit is told, and signs once for all of it. Sent again under another
   * id it is another list.
   */
  @POST
  @Operation(summary = "Send the list of a year to a unit or a group's members")
  @APIResponse(responseCode = "200", description = "The same again, or only tried")
  @APIResponse(responseCode = "201", description = "Sent")
  @Extension(name = "x-problems", value = "unknown-reference nothing-to-send sending-conflict")
  public RestResponse<Sending> send(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      examples = @ExampleObject(name = "to a group", value = NEW)))
          @Valid
          @NotNull
          SendingForm sending,
      @BeanParam Trial trial) {
    return editing.create(sending.creation(), trial, edits.making(sending));
  }
}
