package duban.status.progress;

import duban.status.deadline.Deadline;
import duban.status.deadline.Ref;
import duban.status.sight.Sights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

  /** The same question of many: of those that name the same it is asked once. */
  Predicate<Deadline> colours(Lights.Today today) {
    Map<Named, Boolean> known = new HashMap<>();
    return deadline ->
        known.computeIfAbsent(
            new Named(deadline.unit(), deadline.supervisor(), deadline.organiser()),
            it -> sights.seesLight(deadline, today.relation(deadline)));
  }

  /** Whom a deadline names of those by whom it is decided. */
  private record Named(Ref unit, @Nullable Ref supervisor, @Nullable Ref organiser) {}
}
