package duban.notification.message;

import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import duban.chassis.rights.Access;
import duban.notification.database.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was sent, is on its way, or failed. */
@Path("messages")
@Tag(
    name = "messages",
    description = "The notices and letters themselves, in the words that were sent.")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class MessageResource {

  private final Sql sql;
  private final Access access;

  MessageResource(Sql sql, Access access) {
    this.sql = sql;
    this.access = access;
  }

  /** Those that the caller may see, in the order in which they were begun, without their words. */
  @GET
  @Operation(summary = "List messages")
  @Extension(name = "x-problems", value = "unauthenticated forbidden")
  public Page<MessageView> list(@BeanParam MessageFilter filter, @BeanParam Paging paging) {
    var values = new ArrayList<@Nullable Object>();
    var conditions = filter.conditions(SeenMessages.of(access.sight()), paging, values);
    values.add(paging.limit() + 1);
    var rows =
        sql.list(
            "SELECT * FROM message WHERE " + conditions + " ORDER BY created_at, id LIMIT ?",
            MessageView::listed,
            values.toArray());
    return Page.of(
        rows, paging.limit(), it -> Cursor.encode(it.createdAt().toString(), it.id().toString()));
  }

  /** One message with its words. */
  @GET
  @Operation(summary = "Read one message with its words")
  @Path("{id}")
  @Extension(name = "x-problems", value = "message-not-known unauthenticated forbidden")
  public MessageView get(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
              example = "0f8fad5b-d9cb-469f-a165-70867728950e")
          @PathParam("id")
          String id) {
    var seen = SeenMessages.of(access.sight());
    var values = new ArrayList<@Nullable Object>(seen.values());
    values.add(Parameter.uuid("id", id).orElseThrow());
    return sql.first(
            "SELECT * FROM message WHERE " + seen.text() + " AND id = ?",
            MessageView::whole,
            values.toArray())
        .orElseThrow(
            () -> Problems.notFound("message-not-known", "There is no message with the id " + id));
  }
}
