package duban.notification.progress;

import duban.notification.copy.Copies;
import jakarta.enterprise.context.ApplicationScoped;

/** How far each deadline is, as status last told it. */
@ApplicationScoped
public class ProgressCopies {

  private final Copies copies;

  ProgressCopies(Copies copies) {
    this.copies = copies;
  }

  public Progress of(String deadlineId) {
    return copies
        .find(Copies.Table.PROGRESS, deadlineId, Progress.class)
        .orElseGet(() -> Progress.none(deadlineId));
  }
}
