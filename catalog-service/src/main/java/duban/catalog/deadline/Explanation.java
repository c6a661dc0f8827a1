package duban.catalog.deadline;

import duban.catalog.obligation.Inferred;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Rule;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a deadline is due when it is due.
 *
 * @param quote the words of the measure on which it rests
 * @param inWords the rule, in words
 * @param calendarVersion of the calendar of its due date's year
 * @param inferred what of it is not printed, and why it says what it says
 */
record Explanation(
    UUID deadlineId,
    String measureId,
    String obligationId,
    String quote,
    Rule rule,
    String inWords,
    LocalDate dueOn,
    @Nullable LocalDate rolledFrom,
    @Nullable LocalDate movedFrom,
    @Nullable LocalDate inForceFrom,
    int calendarYear,
    @Nullable Long calendarVersion,
    boolean provisional,
    List<Inferred> inferred) {

  static Explanation of(Deadline deadline, Obligation obligation, WorkingCalendar calendar) {
    int year = deadline.dueOn().getYear();
    return new Explanation(
        deadline.id(),
        deadline.measureId(),
        deadline.obligationId(),
        deadline.quote(),
        obligation.rule(),
        obligation.rule().inWords(),
        deadline.dueOn(),
        deadline.rolledFrom(),
        deadline.movedFrom(),
        obligation.inForceFrom(),
        year,
        calendar.year(deadline.dueOn()).map(CalendarYear::version).orElse(null),
        deadline.provisional(),
        obligation.inferred());
  }
}
