package duban.status.progress;

import duban.chassis.calendar.WorkingCalendar;
import duban.chassis.clock.BusinessClock;
import duban.status.calendar.Calendars;
import duban.status.deadline.Deadline;
import duban.status.fold.Standing;
import duban.status.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** Gets together what lights depend on: a day, the calendars and the relations. */
@ApplicationScoped
public class Lights {

  private final BusinessClock clock;
  private final Calendars calendars;
  private final Units units;

  Lights(BusinessClock clock, Calendars calendars, Units units) {
    this.clock = clock;
    this.calendars = calendars;
    this.units = units;
  }

  public Today now() {
    Instant now = clock.now();
    return on(now.atZone(BusinessClock.ZONE).toLocalDate(), now);
  }

  /** On that day, with the calendars and relations known at that moment. */
  Today on(LocalDate day, Instant known) {
    return new Today(day, known, calendars.knownAt(known), units.superiorsKnownAt(known));
  }

  /** One day, on which any number of lights can be looked at. */
  public record Today(LocalDate day, Instant moment, WorkingCalendar days, Set<String> superiors) {

    Light of(Deadline deadline, Standing standing) {
      boolean superior = superiors.contains(deadline.unit().id());
      return Light.of(deadline, standing, superior, day, days);
    }
  }
}
