package duban.chassis.authorship;

import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who wrote what. */
@Path("authorship")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "authorship", description = "Who wrote which version of what, for which unit.")
@PermitAll
public class AuthorshipResource {

  private final Writings writings;

  AuthorshipResource(Writings writings) {
    this.writings = writings;
  }

  /**
   * In the order of writing.
   *
   * @param thing what was written, such as measure
   * @param id of what was written
   * @param actor one account's
   */
  @GET
  @Operation(summary = "List who wrote what")
  public Page<Writing> list(
      @BeanParam Paging paging,
      @QueryParam("thing") @Nullable String thing,
      @QueryParam("id") @Nullable String id,
      @QueryParam("actor") @Nullable String actor) {
    var after = paging.after().map(AuthorshipResource::number).orElse(0L);
    var rows =
        writings.after(
            after,
            Parameter.text("thing", thing),
            Parameter.text("id", id),
            Parameter.text("actor", actor),
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), it -> Cursor.encode(Long.toString(it.number())))
        .map(Writings.Numbered::writing);
  }

  private static long number(String cursor) {
    try {
      return Long.parseLong(Cursor.decode(cursor, 1).get(0));
    } catch (NumberFormatException e) {
      throw Cursor.malformed();
    }
  }
}
