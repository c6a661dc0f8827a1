package duban.status.history;

import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import duban.status.chain.Chain;
import duban.status.chain.PrivatePart;
import duban.status.chain.StoredEvent;
import duban.status.deadline.Deadlines;
import duban.status.event.EventView;
import duban.status.fold.Fold;
import duban.status.fold.Folded;
import duban.status.fold.Verdict;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The timeline of a deadline or of a measure, in the order in which it was recorded. */
@Path("history")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class HistoryResource {

  private final Chain chain;
  private final Deadlines deadlines;

  HistoryResource(Chain chain, Deadlines deadlines) {
    this.chain = chain;
    this.deadlines = deadlines;
  }

  /** Give exactly one of {@code deadline} and {@code measure}. */
  @GET
  @Transactional
  public Page<EventView> timeline(
      @QueryParam("deadline") @Nullable String deadline,
      @QueryParam("measure") @Nullable String measure,
      @BeanParam Paging paging) {
    Optional<UUID> id = Parameter.uuid("deadline", deadline);
    Optional<String> key = Parameter.text("measure", measure);
    if (id.isPresent() == key.isPresent()) {
      throw Problems.badRequest(
          "invalid-parameter", "give either deadline (a UUID) or measure (its id)", "deadline");
    }
    id.ifPresent(deadlines::known);
    int limit = paging.limit();
    long after = paging.after().map(HistoryResource::seq).orElse(0L);
    List<StoredEvent> found =
        id.isPresent()
            ? chain.timeline("deadlineId", id.get(), after, limit + 1)
            : chain.timeline("measureId", key.orElseThrow(), after, limit + 1);
    return views(found, limit);
  }

  private Page<EventView> views(List<StoredEvent> found, int limit) {
    Set<UUID> ids = found.stream().map(StoredEvent::id).collect(Collectors.toSet());
    Map<UUID, PrivatePart> parts = ids.isEmpty() ? Map.of() : chain.privateParts(ids);
    Map<UUID, Folded> folds = new HashMap<>();
    List<EventView> views =
        found.stream()
            .map(
                stored -> {
                  Verdict verdict =
                      folds.computeIfAbsent(stored.deadlineId(), this::fold).of(stored.event());
                  return EventView.of(
                      stored, parts.get(stored.id()), verdict.effect(), verdict.why(), null);
                })
            .toList();
    return Page.of(views, limit, view -> Cursor.encode(String.valueOf(view.seq())));
  }

  private Folded fold(UUID deadlineId) {
    return Fold.of(deadlines.known(deadlineId), chain.ofDeadline(deadlineId));
  }

  private static long seq(String cursor) {
    try {
      return Long.parseLong(Cursor.decode(cursor, 1).get(0));
    } catch (NumberFormatException e) {
      throw Cursor.malformed();
    }
  }
}
