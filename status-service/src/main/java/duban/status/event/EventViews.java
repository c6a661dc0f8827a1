package duban.status.event;

import duban.chassis.authorship.Authors;
import duban.status.chain.Chain;
import duban.status.chain.PrivatePart;
import duban.status.chain.StoredEvent;
import duban.status.deadline.Deadlines;
import duban.status.fold.Fold;
import duban.status.fold.Folded;
import duban.status.fold.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows many events, each with what it did. */
@ApplicationScoped
public class EventViews {

  private final Chain chain;
  private final Deadlines deadlines;
  private final Authors authors;

  EventViews(Chain chain, Deadlines deadlines, Authors authors) {
    this.chain = chain;
    this.authors = authors;
    this.deadlines = deadlines;
  }

  /** In the order given. */
  public List<EventView> of(List<StoredEvent> events) {
    Set<UUID> ids = events.stream().map(StoredEvent::id).collect(Collectors.toSet());
    Map<UUID, PrivatePart> parts = ids.isEmpty() ? Map.of() : chain.privateParts(ids);
    Map<String, String> names =
        authors.names(
            events.stream()
                .flatMap(it -> Stream.ofNullable(it.event().actor()))
                .distinct()
                .toList());
    Map<UUID, Folded> folds = new HashMap<>();
    return events.stream()
        .map(
            stored -> {
              Verdict verdict =
                  folds.computeIfAbsent(stored.deadlineId(), this::fold).of(stored.event());
              return EventView.of(
                  stored, parts.get(stored.id()), names, verdict.effect(), verdict.why(), null);
            })
        .toList();
  }

  private Folded fold(UUID deadlineId) {
    return Fold.of(deadlines.known(deadlineId), chain.ofDeadline(deadlineId));
  }
}
