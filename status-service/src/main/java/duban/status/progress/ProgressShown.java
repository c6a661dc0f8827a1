package duban.status.progress;

import duban.status.deadline.Deadline;
import duban.status.sight.Sights;
import jakarta.enterprise.context.ApplicationScoped;

/** Progress as this caller may see it: the colour only to whom the table of relations shows it. */
@ApplicationScoped
public class ProgressShown {

  private final Sights sights;

  ProgressShown(Sights sights) {
    this.sights = sights;
  }

  public ProgressView of(ProgressView view, Deadline deadline, Lights.Today today) {
    return sights.seesLight(deadline, today.relation(deadline)) ? view : view.withoutLight();
  }
}
