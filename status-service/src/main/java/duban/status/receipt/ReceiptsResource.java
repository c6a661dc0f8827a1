package duban.status.receipt;

import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Yearly lists that were sent, and who has signed for them (签收). */
@Path("receipts")
@Tag(name = "receipts", description = "Yearly lists that were sent, and who has signed for them.")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ReceiptsResource {

  private static final String NEW =
      """
      {"id": "3f6b2a0d-9c1e-4a57-8b2d-6e5f4c3b2a19", "list": "c2aa4911-e045-5369-aca6-9266fb611449"}
      """;

  private final ReceiptList list;
  private final Receipts receipts;

  ReceiptsResource(ReceiptList list, Receipts receipts) {
    this.list = list;
    this.receipts = receipts;
  }

  /** In the order in which they were sent. */
  @GET
  @Operation(summary = "List the yearly lists that were sent, and who has signed for them")
  @Transactional
  public Page<ReceiptList.Listed> page(@BeanParam ReceiptFilter filter, @BeanParam Paging paging) {
    return list.page(filter, paging);
  }

  /** What was signed for by it, as it was answered then. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read one receipt")
  @Extension(name = "x-problems", value = "receipt-not-known")
  public Receipt one(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
              schema = @Schema(implementation = UUID.class),
              example = "3f6b2a0d-9c1e-4a57-8b2d-6e5f4c3b2a19")
          @PathParam("id")
          String id) {
    return receipts.known(id, Parameter.uuid("id", id).orElseThrow());
  }

  /**
   * For each deadline of the list that waits for it, SIGNED_FOR is recorded; of the others it is
   * said why not. The same request again gets the first answer, with status 200; another one is
   * refused once nothing in the list waits for it.
   */
  @POST
  @Operation(summary = "Sign once for all that stands in a yearly list")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ReceiptForm.class),
              examples = @ExampleObject(name = "signed today", value = NEW)))
  @Extension(
      name = "x-problems",
      value =
          "missing-field list-not-known id-taken already-signed effective-day-not-possible effective-too-early")
  @APIResponse(
      responseCode = "201",
      description = "Recorded; Location leads to it",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(
      responseCode = "200",
      description = "Was recorded before: the first answer",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  public Response record(ReceiptForm receipt) {
    if (receipt == null) {
      throw Problems.badRequest("empty-body", "The body is empty; send a JSON object");
    }
    Receipts.Recorded recorded = receipts.record(receipt);
    return recorded.first()
        ? Response.created(URI.create("receipts/" + receipt.id()))
            .entity(recorded.receipt())
            .build()
        : Response.ok(recorded.receipt()).build();
  }
}
