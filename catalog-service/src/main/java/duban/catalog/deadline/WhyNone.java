package duban.catalog.deadline;

import duban.catalog.obligation.FanOut;
import duban.catalog.obligation.History;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Succession;
import duban.catalog.obligation.Who;
import duban.catalog.rule.EachTime;
import duban.catalog.rule.Force;
import duban.catalog.rule.OneOff;
import duban.catalog.rule.PlainWindow;
import duban.catalog.rule.Setting;
import duban.catalog.rule.Words;
import duban.catalog.unit.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Why a rule makes nothing in some years: all that stands in its way, so that who mends one thing
 * is not told of the next only then.
 */
final class WhyNone {
  private final Obligation obligation;
  private final Succession succession;
  private final Basis basis;
  private final int from;
  private final int to;
  private final List<Words> reasons = new ArrayList<>();

  private WhyNone(
      Obligation obligation, Collection<Obligation> all, Basis basis, int from, int to) {
    this.obligation = obligation;
    this.succession = new Succession(all);
    this.basis = basis;
    this.from = from;
    this.to = to;
  }

  /** At least one. */
  static List<Words> reasons(
      Obligation obligation, Collection<Obligation> all, Basis basis, int from, int to) {
    WhyNone why = new WhyNone(obligation, all, basis, from, to);
    why.whetherItIsOwed();
    List<PlainWindow> windows = why.whenItIsOwed();
    why.byWhom(windows);
    return why.reasons.isEmpty()
        ? List.of(Words.of("这几年没有要办的。", "Nothing is owed in these years."))
        : List.copyOf(why.reasons);
  }

  private void say(boolean so, String chinese, String english) {
    if (so) {
      reasons.add(Words.of(chinese, english));
    }
  }

  private void whetherItIsOwed() {
    boolean listed = !obligation.strength().makesDeadlines();
    boolean undecided = obligation.history() == History.TO_DECIDE;
    say(
        listed,
        "强度为" + obligation.strength() + ":可以做或争取做的,只列入年度任务清单。",
        "Its strength is " + obligation.strength() + ": it stands in the yearly list only.");
    say(undecided, "往届举措,尚待认定。", "Of an earlier conference: nobody has decided on it yet.");
    say(
        !listed && !undecided && !obligation.makesDeadlines(),
        "已认定不再督办。",
        "It was decided that it is pursued no more.");
    say(
        succession.isPaused(obligation.id()),
        "另一任务要求拟取代它,认定之前暂停。",
        "Another is proposed to replace it; it is paused until somebody decides on that.");
  }

  /** What the rule comes down to, of all these years and by all who could owe it. */
  private List<PlainWindow> whenItIsOwed() {
    List<PlainWindow> windows = windows(obligation.force());
    if (windows.isEmpty() && !windows(Force.ALWAYS).isEmpty()) {
      reasons.addAll(new OutOfForce(obligation, byOccasions(), from, to).reasons());
    } else if (windows.isEmpty()) {
      ofTheRule();
    }
    say(
        !windows.isEmpty()
            && windows.stream().noneMatch(it -> succession.lasts(obligation.id(), it.owedFrom())),
        "已被另一任务要求取代。",
        "Another has replaced it.");
    return windows;
  }

  /** Frequent ones are only counted, by half-years. */
  private boolean byOccasions() {
    return obligation.rule() instanceof EachTime rule
        && !basis.frequent().contains(rule.occasion());
  }

  private List<PlainWindow> windows(Force force) {
    var setting =
        new Setting(
            from,
            to,
            force,
            basis.terms(),
            basis.occasionsByType(),
            basis.frequent(),
            basis.calendar());
    return obligation.rule().unfold(setting).stream()
        .filter(it -> it.reaches(LocalDate.of(from, 1, 1)))
        .toList();
  }

  private void ofTheRule() {
    if (obligation.rule() instanceof EachTime rule) {
      reasons.addAll(new WhyNoOccasion(rule, basis).reasons());
    } else if (obligation.rule() instanceof OneOff once && once.due() == null) {
      reasons.add(Words.of("尚未定时限。", "Nobody has set its date yet."));
    } else if (obligation.rule().termOf() != null) {
      reasons.add(
          Words.of("所示年份内没有可起算的届次。", "No term is known of these years in which it would be owed."));
    } else {
      reasons.add(
          Words.of("所示年份内没有要办的周期或日期。", "No period of these years, and no date in them, is meant."));
    }
  }

  private void byWhom(List<PlainWindow> windows) {
    Who who = obligation.who();
    if (who.responsible().isEmpty()) {
      reasons.add(Words.of("尚无责任单位。", "Nobody is named as responsible yet."));
      return;
    }
    if (windows.isEmpty()) {
      return;
    }
    Predicate<PlainWindow> leads = it -> it.occasion() != null && !it.occasion().lead().isEmpty();
    if (who.responsible().equals(List.of(Who.LEAD)) && windows.get(0).tally()) {
      reasons.add(
          Words.of(
              "只计次数的事项没有承办单位可指定:请写明责任单位。",
              "What is only counted has no occasion that names who handles it: name who is responsible."));
      return;
    }
    if (who.responsible().equals(List.of(Who.LEAD)) && windows.stream().noneMatch(leads)) {
      reasons.add(Words.of("触发事项未写明由谁承办。", "Its occasions do not name who handles them."));
      return;
    }
    Schedule schedule = new Schedule(basis, List.of(obligation));
    List<Unit> owing =
        windows.stream().flatMap(it -> schedule.owing(obligation, it)).distinct().toList();
    if (owing.isEmpty()) {
      nobody(who);
    } else if (who.appliesWhen() != null) {
      applies(owing);
    }
    say(
        !owing.isEmpty()
            && obligation.rule() instanceof EachTime rule
            && rule.ofSameUnit()
            && reasons.isEmpty(),
        "触发事项都不属于责任单位或其所在地。",
        "No occasion is one of a responsible unit or of its place.");
  }

  private void nobody(Who who) {
    boolean groups =
        who.fanOut() != FanOut.JOINT
            && named(who).anyMatch(it -> !it.members().isEmpty() && it.endedOn() == null);
    say(
        groups,
        "期初时没有一个单位是成员:成员从加入后开始的第一个周期起承担。",
        "Nobody is a member when its periods begin: who joins owes it from the first period that begins then.");
    say(!groups, "责任单位已撤销,没有承接单位。", "Whoever was responsible has ended without a successor.");
  }

  private Stream<Unit> named(Who who) {
    return who.responsible().stream().flatMap(it -> basis.units().find(it).stream());
  }

  private void applies(List<Unit> owing) {
    long unanswered =
        owing.stream().filter(it -> basis.answers().of(obligation, it) == null).count();
    boolean yes = owing.stream().anyMatch(it -> basis.answers().yes(obligation, it));
    say(
        !yes && unanswered > 0,
        "是否适用尚未答复(" + unanswered + "个单位):" + obligation.who().appliesWhen(),
        "Nobody has answered of %d of %s whether it applies: %s"
            .formatted(
                unanswered, Words.many(owing.size(), "unit"), obligation.who().appliesWhen()));
    say(
        !yes && unanswered == 0,
        "已答复不适用于任何责任单位。",
        "It was answered of each unit that it does not apply.");
  }
}
