package duban.notification.reminder;

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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is, was and will be told what, and why. */
@Path("reminders")
@Tag(
    name = "reminders",
    description = "Who is told of which step of which deadline, when, and why or why not.")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class ReminderResource {

  private final Sql sql;
  private final Reminders reminders;
  private final Explaining explaining;
  private final Access access;

  ReminderResource(Sql sql, Reminders reminders, Explaining explaining, Access access) {
    this.sql = sql;
    this.reminders = reminders;
    this.explaining = explaining;
    this.access = access;
  }

  /** Those that the caller may see, by the moment they leave. */
  @GET
  @Operation(summary = "List reminders")
  @Extension(name = "x-problems", value = "unauthenticated forbidden")
  public Page<Reminder> list(@BeanParam ReminderFilter filter, @BeanParam Paging paging) {
    var values = new ArrayList<@Nullable Object>();
    var conditions = filter.conditions(SeenReminders.of(access.sight()), values);
    if (paging.after().isPresent()) {
      conditions += " AND (due_at, id) > (?, ?)";
      after(paging.after().get(), values);
    }
    values.add(paging.limit() + 1);
    var rows =
        sql.list(
            "SELECT "
                + Reminder.COLUMNS
                + " FROM reminder WHERE "
                + conditions
                + " ORDER BY due_at, id LIMIT ?",
            Reminder::read,
            values.toArray());
    return Page.of(
        rows, paging.limit(), it -> Cursor.encode(it.dueAt().toString(), it.id().toString()));
  }

  private static void after(String cursor, List<@Nullable Object> values) {
    var key = Cursor.decode(cursor, 2);
    try {
      values.add(Instant.parse(key.get(0)));
      values.add(UUID.fromString(key.get(1)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Cursor.malformed();
    }
  }

  /** One reminder. */
  @GET
  @Operation(summary = "Read one reminder")
  @Path("{id}")
  @Extension(name = "x-problems", value = "reminder-not-known unauthenticated forbidden")
  public Reminder get(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
              example = "5e0b1f0e-6a83-5b0f-9c53-0d0c1f6f7a11")
          @PathParam("id")
          String id) {
    return find(id);
  }

  /** Why it came, comes, or does not. */
  @GET
  @Operation(summary = "Explain why it came, comes, or does not")
  @Path("{id}/explanation")
  @Extension(name = "x-problems", value = "reminder-not-known unauthenticated forbidden")
  public Explanation explanation(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
              example = "5e0b1f0e-6a83-5b0f-9c53-0d0c1f6f7a11")
          @PathParam("id")
          String id) {
    return explaining.of(find(id));
  }

  /** One that the caller may not see is not there. */
  private Reminder find(String id) {
    return reminders
        .find(Parameter.uuid("id", id).orElseThrow(), SeenReminders.of(access.sight()))
        .orElseThrow(
            () ->
                Problems.notFound("reminder-not-known", "There is no reminder with the id " + id));
  }
}
