package duban.notification.notice;

import duban.chassis.calendar.WorkingCalendar;
import duban.notification.policy.Step;
import java.time.LocalDate;
import java.util.List;

/** What a notice says of one thing that is owed. */
record Sentence(Owed owed, LocalDate today, WorkingCalendar calendar) {

  String text() {
    return subject() + predicate();
  }

  private String subject() {
    var own = owed.role() == Role.LEAD && !owed.arranged() && !owed.person();
    return (own ? "" : owed.deadline().unit().name()) + "“" + owed.title() + "”";
  }

  /** The same of several units of which there is the same to say. */
  String text(List<String> units) {
    return "%s(%d个单位)“%s”%s"
        .formatted(String.join("、", units), units.size(), owed.title(), predicate());
  }

  /** What is said of it, whoever owes it. */
  String predicate() {
    if (owed.arranged()) {
      return arranged();
    }
    if (owed.coDue()) {
      return "请于" + days().dayOfWeek(owed.dueOn()) + "前将协办意见送主办单位。";
    }
    if (owed.withheld()) {
      return "时限为" + days().dayOfWeek(owed.dueOn()) + "。";
    }
    if (owed.counts()) {
      return balance();
    }
    return (owed.standing() ? check() : date()) + (owed.overdue(today) ? asked() : "");
  }

  /** Nobody presses a superior; the office is to see that it comes onto the agenda. */
  private String arranged() {
    return (owed.counts() ? counted() : "")
        + "时限为%s。请适时准备请示或议题申报。".formatted(days().dayOfWeek(owed.dueOn()));
  }

  private String check() {
    if (owed.overdue(today)) {
      return owed.guided()
          ? "核对时限为%s,已过时限%d个工作日。".formatted(days().day(owed.dueOn()), late())
          : "应于%s前核对,已逾期%d个工作日。".formatted(days().day(owed.dueOn()), late());
    }
    var opens = owed.opensLater(today) ? days().day(owed.deadline().opensOn()) + "开始核对," : "";
    return opens + "请于%s前核对是否符合。".formatted(days().dayOfWeek(owed.dueOn()));
  }

  private String balance() {
    return owed.overdue(today)
        ? counted() + days().day(owed.dueOn()) + "已到期。" + afterTheDate()
        : counted() + principle() + days().dayOfWeek(owed.dueOn()) + "前完成。" + start();
  }

  private String principle() {
    return owed.deadline().inPrinciple() ? "原则上" : "";
  }

  private String counted() {
    var deadline = owed.deadline();
    if (deadline.wantsNumbers() && owed.progress().counted() == 0) {
      return days().period(deadline) + "应达到和已达到的代表人数尚未登记,";
    }
    var noun =
        deadline.noun() == null || deadline.noun().isEmpty()
            ? "次"
            : deadline.noun().substring(0, 1);
    var counted = owed.progress().counted();
    var missing = deadline.times() - counted;
    return days().period(deadline)
        + "已登记%d%s,".formatted(counted, noun)
        + (missing > 0 ? "还差%d%s,".formatted(missing, noun) : "经审核退回重办,");
  }

  private String afterTheDate() {
    var reportUntil = owed.deadline().reportUntil();
    if (reportUntil != null && !reportUntil.isBefore(today)) {
      return days().day(reportUntil) + "前可补登。";
    }
    return asked();
  }

  /** Why it was not done, where that is what is wanted after the date. */
  private String asked() {
    if (!owed.steps().contains(Step.AFTER) || !owed.deadline().explained()) {
      return "";
    }
    return owed.guided() ? "如有特殊情况,可将有关情况函告我办。" : "确未完成的,请提交情况说明。";
  }

  private String start() {
    var day = owed.deadline().latestStartOn();
    if (day == null || !owed.steps().contains(Step.LATEST_START) || day.isBefore(today)) {
      return "";
    }
    var what = verb().equals("召开") ? "确定会期" : "启动";
    return "考虑筹备时间,建议" + days().dayOfWeek(day) + "前" + what + "。";
  }

  private String date() {
    if (owed.overdue(today)) {
      return owed.guided()
          ? "时限为%s,已过时限%d个工作日。".formatted(days().day(owed.dueOn()), late())
          : "应于%s前%s,已逾期%d个工作日。".formatted(days().day(owed.dueOn()), verb(), late());
    }
    var opens = owed.opensLater(today) ? days().day(owed.deadline().opensOn()) + "开始," : "";
    var ends = owed.dueOn().equals(today) ? ",今日到期。" : "。";
    return "%s%s%s前%s%s".formatted(opens, by(), days().dayOfWeek(owed.dueOn()), verb(), ends);
  }

  /** What its date is reckoned from, and how strictly it is meant. */
  private String by() {
    var deadline = owed.deadline();
    var soft = owed.guided() ? "请于" : "应于";
    var by = principle() + soft;
    if (!deadline.kind().equals("EACH_TIME")) {
      return by;
    }
    var on = deadline.occasionOn();
    if (on == null) {
      return "对应事项日期未定,暂定";
    }
    return switch (deadline.timing() == null ? "" : deadline.timing()) {
      case "AFTER" -> "自" + days().day(on) + "起算," + by;
      case "BEFORE" -> "对应事项定于" + days().day(on) + "," + by;
      default -> by;
    };
  }

  /** What asks for the record, where there can be one already. */
  String closing() {
    if (owed.opensLater(today) && !owed.arranged() && !owed.coDue()) {
      return owed.guided() ? "可提前准备。" : "请提前准备。";
    }
    if (owed.coDue()) {
      return "如已送交,无需回复。";
    }
    return owed.standing() && !owed.arranged() ? "核对结果(符合、不符合、不适用)请如实登记。" : "如已" + verb() + ",请补登。";
  }

  /** For a subject line or a column: the date, or how late it is. */
  String urgency() {
    if (owed.arranged()) {
      return "待安排";
    }
    if (!owed.overdue(today)) {
      return days().day(owed.dueOn()) + "前";
    }
    if (owed.counts()) {
      return days().day(owed.dueOn()) + "已到期";
    }
    return (owed.guided() ? "已过时限%d个工作日" : "已逾期%d个工作日").formatted(late());
  }

  String verb() {
    return owed.arranged() ? "安排" : Verb.of(owed.deadline().title());
  }

  private int late() {
    return calendar.between(owed.dueOn(), today);
  }

  private Days days() {
    return new Days(today);
  }
}
