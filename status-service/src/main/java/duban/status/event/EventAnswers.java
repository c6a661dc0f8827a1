package duban.status.event;

import duban.chassis.authorship.Authors;
import duban.status.chain.PrivatePart;
import duban.status.chain.StoredEvent;
import duban.status.deadline.Deadline;
import duban.status.progress.Lights;
import duban.status.progress.ProgressShown;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is answered to who recorded an event. */
@ApplicationScoped
class EventAnswers {

  private final ProgressShown shown;
  private final Authors authors;

  EventAnswers(ProgressShown shown, Authors authors) {
    this.shown = shown;
    this.authors = authors;
  }

  EventView of(
      StoredEvent stored,
      @Nullable PrivatePart part,
      Outcome outcome,
      Deadline deadline,
      Lights.Today today) {
    List<String> actor = Stream.ofNullable(stored.event().actor()).toList();
    return EventView.of(
        stored,
        part,
        authors.names(actor),
        outcome.effect(),
        outcome.why(),
        shown.of(outcome.progress(), deadline, today));
  }
}
