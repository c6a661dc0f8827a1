package duban.status.event;

import duban.status.chain.PrivatePart;
import duban.status.chain.StoredEvent;
import duban.status.deadline.Deadline;
import duban.status.progress.Lights;
import duban.status.progress.ProgressShown;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What is answered to who recorded an event. */
@ApplicationScoped
class EventAnswers {

  private final ProgressShown shown;
  private final Recorder recorder;

  EventAnswers(ProgressShown shown, Recorder recorder) {
    this.shown = shown;
    this.recorder = recorder;
  }

  EventView of(
      StoredEvent stored,
      @Nullable PrivatePart part,
      Outcome outcome,
      Deadline deadline,
      Lights.Today today) {
    return EventView.of(
        stored,
        part,
        recorder.names(stored.event().actor()),
        outcome.effect(),
        outcome.why(),
        shown.of(outcome.progress(), deadline, today));
  }
}
