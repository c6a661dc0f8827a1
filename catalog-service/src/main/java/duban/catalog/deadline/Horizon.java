package duban.catalog.deadline;

import duban.catalog.edit.Cause;
import duban.chassis.clock.BusinessClock;
import duban.chassis.loop.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Moves the horizon on: each new day, and so at new year, the deadlines are made again. */
@ApplicationScoped
class Horizon implements Work {
  private static final Logger LOG = Logger.getLogger(Horizon.class);

  private final Scheduling scheduling;
  private final BusinessClock clock;
  private volatile @Nullable LocalDate madeOn;

  Horizon(Scheduling scheduling, BusinessClock clock) {
    this.scheduling = scheduling;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "horizon";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(20);
  }

  @Override
  public boolean round() {
    moveTo(clock.today());
    return false;
  }

  /** Does nothing on a day on which it was done. */
  void moveTo(LocalDate today) {
    if (today.equals(madeOn)) {
      return;
    }
    // Whoever changed a rule was asked then; a new day asks nobody.
    int changed = scheduling.make(Cause.NEW_DAY, today, true).total();
    madeOn = today;
    if (changed > 0) {
      LOG.infof("%d deadlines were made or changed on %s", changed, today);
    }
  }
}
