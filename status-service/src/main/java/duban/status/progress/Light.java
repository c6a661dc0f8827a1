package duban.status.progress;

import duban.chassis.calendar.WorkingCalendar;
import duban.status.deadline.Deadline;
import duban.status.fold.Standing;
import duban.status.fold.State;
import java.time.LocalDate;

/**
 * What a deadline looks like on a given day. Never stored: it changes overnight without any event.
 */
public enum Light {
  GREY("未启动"),
  GREEN("按期"),
  YELLOW("临期"),
  RED("逾期"),
  MADE_UP("已补办"),
  UNMET("期满未达标"),
  TO_RECORD("待登记"),
  TO_ARRANGE("待安排"),
  NONE("无");

  private static final int SOON = 10;

  private final String chinese;

  Light(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /**
   * @param superior whether the unit's relation is SUPERIOR: its matters are arranged, not pressed
   */
  static Light of(
      Deadline deadline,
      Standing standing,
      boolean superior,
      LocalDate today,
      WorkingCalendar days) {
    if (standing.state() == State.WITHDRAWN
        || standing.state() == State.EXEMPT
        || deadline.notBefore()
        || deadline.tally()
        || !deadline.binding()) {
      return NONE;
    }
    boolean unmet = standing.state() == State.UNMET;
    if (superior) {
      return standing.fulfilledOn() == null && !unmet ? TO_ARRANGE : NONE;
    }
    if (unmet) {
      return UNMET;
    }
    LocalDate due = standing.effectiveDueOn();
    LocalDate fulfilled = standing.fulfilledOn();
    if (fulfilled != null) {
      return fulfilled.isAfter(due) ? MADE_UP : GREEN;
    }
    if (standing.state() == State.NOT_OPEN && today.isBefore(deadline.opensOn())) {
      return GREY;
    }
    if (today.isAfter(due)) {
      return overdue(deadline, standing, today);
    }
    return days.within(SOON, today, due) || deadline.paceMissed(standing.counted(), today)
        ? YELLOW
        : GREEN;
  }

  /** What is only a principle may be departed from by whoever says why. */
  private static Light overdue(Deadline deadline, Standing standing, LocalDate today) {
    if (stillToBeRecorded(deadline, standing, today)) {
      return TO_RECORD;
    }
    return deadline.inPrinciple() && standing.explainedOn() != null ? YELLOW : RED;
  }

  /** What happened in time may be recorded some days later; what is to be done again may not. */
  private static boolean stillToBeRecorded(Deadline deadline, Standing standing, LocalDate today) {
    LocalDate until = deadline.reportUntil();
    return standing.state() != State.REWORK && until != null && !today.isAfter(until);
  }
}
