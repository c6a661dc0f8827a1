package duban.catalog.deadline;

import duban.catalog.obligation.FanOut;
import duban.catalog.obligation.Obligation;
import duban.catalog.occasion.OccasionType;
import duban.catalog.rule.Roll;
import duban.catalog.rule.Words;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Unit;
import duban.catalog.unit.Units;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How a deadline came about, from the printed words to the last working day, so that a person can
 * do it again by hand.
 */
final class Reckoning {
  private static final Words STOP = Words.of("。", ". ");

  private final Deadline deadline;
  private final Obligation obligation;
  private final Units units;
  private final WorkingCalendar calendar;
  private final Map<String, OccasionType> types;
  private final Unit laidOn;
  private final Optional<UnitRef> group;
  private final Optional<UnitRef> ofOccasion;

  Reckoning(Deadline deadline, Obligation obligation, Basis basis) {
    this.deadline = deadline;
    this.obligation = obligation;
    this.units = basis.units();
    this.calendar = basis.calendarOf(deadline.unit());
    this.types = basis.types();
    this.laidOn = laidOn();
    this.group = ofGroup();
    this.ofOccasion = ofOccasion(basis);
  }

  Words inWords() {
    Words duty =
        words()
            .and(new OccasionInWords(deadline, obligation, types, ofOccasion).inWords())
            .and(who());
    return Boolean.TRUE.equals(deadline.tally()) ? duty : duty.and(dates());
  }

  private Words dates() {
    return opening()
        .and(date())
        .and(latestStart())
        .and(pace())
        .and(reportUntil())
        .and(coHandlers())
        .and(byWhichCalendar());
  }

  /** The group of which the unit on whom it is laid is a member; empty if it is named itself. */
  Optional<UnitRef> group() {
    return group;
  }

  /** Only the own: of another's the explanation might tell whoever reads it who that is. */
  private Optional<UnitRef> ofOccasion(Basis basis) {
    return Stream.ofNullable(deadline.occasionId())
        .flatMap(id -> basis.occasions().stream().filter(it -> it.id().equals(id)))
        .flatMap(it -> Stream.ofNullable(it.unit()))
        .filter(it -> it.id().equals(laidOn.id()) || it.id().equals(deadline.unit().id()))
        .findFirst();
  }

  private Optional<UnitRef> ofGroup() {
    return obligation.who().responsible().stream()
        .flatMap(it -> units.find(it).stream())
        .filter(it -> !it.id().equals(laidOn.id()))
        .flatMap(it -> Stream.concat(Stream.of(it), answering(it)))
        .filter(it -> it.members().stream().anyMatch(one -> one.id().equals(laidOn.id())))
        .map(Unit::ref)
        .findFirst();
  }

  /** Who answers for the deputies of a group, of whom nobody has made a list. */
  private Stream<Unit> answering(Unit group) {
    return obligation.who().fanOut() == FanOut.PER_DEPUTY
        ? group.organiser().stream().flatMap(it -> units.find(it.id()).stream())
        : Stream.of();
  }

  /** Whom the rule means: mostly itself, or whose successor the unit is. The id says it. */
  private Unit laidOn() {
    Unit owing = units.get(deadline.unit().id());
    return Stream.concat(Stream.of(owing), units.all().stream())
        .filter(it -> deadline.id().equals(idFor(it)))
        .findFirst()
        .orElse(owing);
  }

  private UUID idFor(Unit unit) {
    return DeadlineId.of(
        obligation, unit.id(), deadline.period(), deadline.checkpoint(), deadline.occasionId());
  }

  private Words words() {
    Words rule = obligation.rule().inWords();
    return Words.of(
        "依据“%s”,规则为:%s。期间:%s至%s。"
            .formatted(
                deadline.quote(), rule.chinese(), deadline.periodFrom(), deadline.periodTo()),
        "By “%s” the rule is: %s. Period: %s to %s. "
            .formatted(
                deadline.quote(), rule.english(), deadline.periodFrom(), deadline.periodTo()));
  }

  private Words coHandlers() {
    LocalDate day = deadline.coDueOn();
    return day == null
        ? Words.NONE
        : Words.of("协办意见不迟于", "Whoever handles it beside is due by ").and(Words.of(day)).and(STOP);
  }

  private Words who() {
    String name = deadline.unit().name();
    Words member =
        group
            .map(it -> Words.of("(“" + it.name() + "”成员)", " (a member of “" + it.name() + "”)"))
            .orElse(Words.NONE);
    Words heir =
        laidOn.id().equals(deadline.unit().id())
            ? Words.NONE
            : Words.of(",承接" + laidOn.name(), ", in succession to " + laidOn.name());
    return Words.of("责任单位:" + name, "Owed by " + name).and(heir).and(member).and(STOP);
  }

  private Words date() {
    LocalDate rolled = deadline.rolledFrom();
    LocalDate printed = rolled == null ? deadline.dueOn() : rolled;
    Words named = Words.of("按规则时限为", "The rule names ").and(Words.of(printed));
    if (rolled == null) {
      return named.and(Words.of(",是工作日。", ", a working day. "));
    }
    boolean back = obligation.rule().roll() == Roll.PREVIOUS;
    return named
        .and(whyOff(printed))
        .and(
            back
                ? Words.of(",提前到前一个工作日", "; it goes to the working day before, ")
                : Words.of(",顺延到后一个工作日", "; it goes to the working day after, "))
        .and(Words.of(deadline.dueOn()))
        .and(STOP);
  }

  private Words whyOff(LocalDate day) {
    return calendar
        .year(day)
        .map(it -> it.daysOff().get(day))
        .map(it -> Words.of(",逢" + it + "放假", ", off for " + it))
        .orElse(Words.of(",逢周末", ", a weekend"));
  }

  private Words opening() {
    return Words.of("启动日:", "It opens on ").and(Words.of(deadline.opensOn())).and(STOP);
  }

  private Words pace() {
    return deadline.pace().stream()
        .map(
            it ->
                Words.of(
                    "进度:至" + it.by() + "应达" + it.count() + "次。",
                    it.count() + " by " + it.by() + ". "))
        .reduce(Words.NONE, Words::and);
  }

  private Words reportUntil() {
    LocalDate day = deadline.reportUntil();
    return day == null
        ? Words.NONE
        : Words.of("登记截止:", "What happened may be recorded until ").and(Words.of(day)).and(STOP);
  }

  private Words latestStart() {
    LocalDate start = deadline.latestStartOn();
    var lead = deadline.lead();
    if (start == null || lead == null) {
      return Words.NONE;
    }
    long days = lead.get(ChronoUnit.DAYS);
    return Words.of("往前数" + days + "个工作日,最迟启动日为", Words.many(days, "working day") + " before it, ")
        .and(Words.of(start))
        .and(Words.of("。", ", is the latest start. "));
  }

  private Words byWhichCalendar() {
    int year = deadline.dueOn().getYear();
    Words version =
        calendar
            .year(deadline.dueOn())
            .map(CalendarYear::version)
            .map(it -> Words.of(year + "年工作日历第" + it + "版", "Calendar " + year + ", version " + it))
            .orElse(
                Words.of(
                    year + "年没有工作日历,只计周末", "There is no calendar of " + year + ": weekends only"));
    return version.and(
        deadline.provisional()
            ? Words.of(
                ",放假安排尚未公布,日期暂定。", "; the days off are not announced, so the date is provisional.")
            : Words.of("。", "."));
  }
}
