package duban.notification.calendar;

import duban.chassis.calendar.WorkingCalendar;
import duban.chassis.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** Notices leave on working days, from 09:30 to 17:30, Beijing time. */
public record SendingHours(WorkingCalendar calendar) {

  private static final LocalTime FROM = LocalTime.of(9, 30);
  private static final LocalTime TO = LocalTime.of(17, 30);

  public static LocalDate day(Instant at) {
    return at.atZone(BusinessClock.ZONE).toLocalDate();
  }

  /** When notices begin to leave on a day. */
  public static Instant opens(LocalDate day) {
    return day.atTime(FROM).atZone(BusinessClock.ZONE).toInstant();
  }

  private static Instant closes(LocalDate day) {
    return day.atTime(TO).atZone(BusinessClock.ZONE).toInstant();
  }

  public boolean open(Instant at) {
    var day = day(at);
    return calendar.works(day) && !at.isBefore(opens(day)) && at.isBefore(closes(day));
  }

  /** Whether nothing can leave on that day any more. */
  public boolean over(LocalDate day, Instant at) {
    return !at.isBefore(closes(day));
  }

  /** The moment itself if notices may leave, else when they next may. */
  public Instant next(Instant at) {
    var day = day(at);
    if (open(at)) {
      return at;
    }
    if (calendar.works(day) && at.isBefore(opens(day))) {
      return opens(day);
    }
    return opens(calendar.plus(day, 1));
  }
}
