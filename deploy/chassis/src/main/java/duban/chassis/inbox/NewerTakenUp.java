package duban.chassis.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** What an older release set aside as NEWER is applied when a release starts that reads it. */
@ApplicationScoped
class NewerTakenUp {

  private static final Logger LOG = Logger.getLogger(NewerTakenUp.class);
  private static final int PAGE = 500;

  private final DeadLetters letters;
  private final Application application;

  NewerTakenUp(DeadLetters letters, Application application) {
    this.letters = letters;
    this.application = application;
  }

  void takeUp(@Observes StartupEvent start) {
    var after = 0L;
    while (true) {
      var page = letters.after(after, "OPEN", Reason.NEWER.name(), PAGE);
      for (var letter : page) {
        after = letter.id();
        if (application.reads(letter.topic(), String.valueOf(letter.type()))) {
          apply(letter.id());
        }
      }
      if (page.size() < PAGE) {
        return;
      }
    }
  }

  private void apply(long id) {
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                application.read(letters.record(id).orElseThrow());
                letters.settle(id, "REPLAYED", "a newer release reads it");
              });
    } catch (RuntimeException e) {
      LOG.warnf(e, "Dead letter %d stays", id);
    }
  }
}
