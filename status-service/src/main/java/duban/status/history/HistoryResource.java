package duban.status.history;

import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import duban.status.chain.Chain;
import duban.status.deadline.Deadlines;
import duban.status.event.EventView;
import duban.status.event.EventViews;
import duban.status.listing.Clauses;
import duban.status.sight.Sights;
import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The timeline of a deadline or of a measure, in the order in which it was recorded. */
@Path("history")
@Tag(
    name = "history",
    description = "The record of one deadline or measure, with what each event brought about.")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class HistoryResource {

  private final Chain chain;
  private final Deadlines deadlines;
  private final EventViews views;
  private final Sights sights;
  private final AgroalDataSource database;

  HistoryResource(
      Chain chain,
      Deadlines deadlines,
      EventViews views,
      Sights sights,
      AgroalDataSource database) {
    this.chain = chain;
    this.sights = sights;
    this.database = database;
    this.deadlines = deadlines;
    this.views = views;
  }

  /** Give exactly one of {@code deadline} and {@code measure}. */
  @GET
  @Operation(summary = "Read what happened to a deadline or a measure")
  @Transactional
  @Extension(name = "x-problems", value = "deadline-not-known")
  public Page<EventView> timeline(
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
              schema = @Schema(implementation = UUID.class),
              example = "c8016298-c172-53b1-9eee-346aed4e1360")
          @QueryParam("deadline")
          @Nullable String deadline,
      @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
              description = "Id of a measure, instead of a deadline",
              example = "chaoyang-2015-T2-1")
          @QueryParam("measure")
          @Nullable String measure,
      @BeanParam Paging paging) {
    Optional<UUID> id = Parameter.uuid("deadline", deadline);
    Optional<String> key = Parameter.text("measure", measure);
    if (id.isPresent() == key.isPresent()) {
      throw Problems.badRequest(
          "invalid-parameter", "give either deadline (a UUID) or measure (its id)", "deadline");
    }
    id.map(deadlines::known)
        .filter(it -> !sights.sees(it.id()))
        .ifPresent(
            it -> {
              throw Deadlines.notKnown(it.id());
            });
    int limit = paging.limit();
    Clauses clauses = sights.only(new Clauses());
    id.ifPresent(it -> clauses.equal("e.deadline_id", it));
    key.ifPresent(it -> clauses.equal("e.measure_id", it));
    paging.after().map(HistoryResource::seq).ifPresent(it -> clauses.and("e.seq > ?", it));
    List<UUID> found =
        clauses.rows(
            database,
            "SELECT e.id FROM event e JOIN deadline d ON d.id = e.deadline_id",
            "e.seq",
            limit + 1,
            row -> row.getObject(1, UUID.class));
    List<EventView> inOrder =
        views.of(chain.list(found)).stream()
            .sorted(Comparator.comparingLong(EventView::seq))
            .toList();
    return Page.of(inOrder, limit, view -> Cursor.encode(String.valueOf(view.seq())));
  }

  private static long seq(String cursor) {
    try {
      return Long.parseLong(Cursor.decode(cursor, 1).get(0));
    } catch (NumberFormatException e) {
      throw Cursor.malformed();
    }
  }
}
