package duban.catalog.deadline;

import duban.catalog.obligation.Inferred;
import duban.catalog.rule.Rule;
import duban.catalog.snapshot.UnitRef;
import duban.chassis.calendar.CalendarYear;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a deadline is due when it is due.
 *
 * @param quote the words of the measure on which it rests
 * @param group the unit list of which the responsible unit is a member; absent if the rule names it
 * @param periodFrom the first day of the period
 * @param calendarVersion of the calendar of its due date's year; absent of what is only counted
 * @param obligationVersion of the rule and the words by which it was made
 * @param groupVersion of the unit list
 * @param madeOn when it was made so; absent where it was withdrawn since
 * @param changedSince what of these is another now: what is finished or withdrawn is not made again
 * @param notKept of which nobody knows how it stood when it was made, before editions were kept: it
 *     is shown as it stood then
 * @param inferred what of it is not printed, and why it says what it says
 * @param sentence all of it, complete enough to do it again by hand, in Chinese
 * @param english the same
 */
record Explanation(
    UUID deadlineId,
    String measureId,
    String obligationId,
    int obligationVersion,
    String quote,
    Rule rule,
    UnitRef unit,
    @Nullable UnitRef group,
    @Nullable Integer groupVersion,
    LocalDate periodFrom,
    LocalDate periodTo,
    LocalDate dueOn,
    @Nullable LocalDate rolledFrom,
    @Nullable LocalDate movedFrom,
    @Nullable LocalDate inForceFrom,
    int calendarYear,
    @Nullable Long calendarVersion,
    boolean provisional,
    List<Inferred> inferred,
    @Nullable LocalDate madeOn,
    List<Ground> changedSince,
    List<Ground> notKept,
    String sentence,
    String english) {

  static Explanation of(Deadline deadline, Origin origin) {
    var basis = origin.basis();
    var obligation = origin.obligation();
    var calendar = basis.calendarOf(deadline.unit());
    var reckoning = new Reckoning(deadline, obligation, basis);
    var words = reckoning.inWords().and(origin.inWords());
    var group = reckoning.group();
    int year = deadline.dueOn().getYear();
    return new Explanation(
        deadline.id(),
        deadline.measureId(),
        deadline.obligationId(),
        origin.version(),
        deadline.quote(),
        obligation.rule(),
        deadline.unit(),
        group.orElse(null),
        group.map(it -> basis.units().get(it.id()).version()).orElse(null),
        deadline.periodFrom(),
        deadline.periodTo(),
        deadline.dueOn(),
        deadline.rolledFrom(),
        deadline.movedFrom(),
        obligation.inForceFrom(),
        year,
        calendar
            .year(deadline.dueOn())
            .filter(it -> deadline.tally() == null)
            .map(CalendarYear::version)
            .orElse(null),
        deadline.provisional(),
        obligation.inferred(),
        origin.madeOn(),
        origin.changedSince(),
        origin.notKept(),
        words.chinese(),
        words.english());
  }
}
