package duban.status.progress;

import duban.status.deadline.DeadlineRow;
import duban.status.deadline.Deadlines;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Computes every deadline's progress again from its events, for when the stored one is lost. */
@ApplicationScoped
public class Rebuild {

  private final Deadlines deadlines;
  private final ProgressBook book;
  private final boolean atStart;

  Rebuild(
      Deadlines deadlines,
      ProgressBook book,
      @ConfigProperty(name = "duban.status.rebuild-progress") boolean atStart) {
    this.deadlines = deadlines;
    this.book = book;
    this.atStart = atStart;
  }

  void start(@Observes StartupEvent event) {
    if (atStart) {
      all();
    }
  }

  /** Each in a transaction of its own, so that recording goes on. */
  public void all() {
    List<UUID> ids =
        QuarkusTransaction.requiringNew()
            .call(() -> deadlines.streamAll().map(DeadlineRow::id).toList());
    for (UUID id : ids) {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                book.lock(id);
                book.changed(deadlines.known(id));
              });
    }
  }
}
