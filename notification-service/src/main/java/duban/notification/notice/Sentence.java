package duban.notification.notice;

import duban.chassis.calendar.WorkingCalendar;
import duban.notification.policy.Step;
import java.time.LocalDate;

/** What a notice says of one thing that is owed. */
record Sentence(Owed owed, LocalDate today, WorkingCalendar calendar) {

  String text() {
    return subject() + (owed.counts() ? balance() : date());
  }

  private String subject() {
    var unit = owed.role() == Role.LEAD ? "" : owed.deadline().unit().name();
    return unit + "“" + owed.title() + "”";
  }

  private String balance() {
    var deadline = owed.deadline();
    var noun =
        deadline.noun() == null || deadline.noun().isEmpty()
            ? "次"
            : deadline.noun().substring(0, 1);
    var counted = owed.progress().counted();
    var missing = deadline.times() - counted;
    var text =
        days().year(deadline.period())
            + "已登记%d%s,".formatted(counted, noun)
            + (missing > 0 ? "还差%d%s,".formatted(missing, noun) : "经审核退回重办,");
    return owed.overdue(today)
        ? text + days().day(owed.dueOn()) + "已到期。" + afterTheDate()
        : text + days().dayOfWeek(owed.dueOn()) + "前完成。" + start();
  }

  private String afterTheDate() {
    var reportUntil = owed.deadline().reportUntil();
    if (reportUntil != null && !reportUntil.isBefore(today)) {
      return days().day(reportUntil) + "前可补登。";
    }
    if (!owed.steps().contains(Step.AFTER)) {
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
    return "%s%s%s前%s%s"
        .formatted(
            opens, owed.guided() ? "请于" : "应于", days().dayOfWeek(owed.dueOn()), verb(), ends);
  }

  /** What asks for the record, where there can be one already. */
  String closing() {
    if (owed.opensLater(today)) {
      return owed.guided() ? "可提前准备。" : "请提前准备。";
    }
    return "如已" + verb() + ",请补登。";
  }

  /** For a subject line or a column: the date, or how late it is. */
  String urgency() {
    if (!owed.overdue(today)) {
      return days().day(owed.dueOn()) + "前";
    }
    if (owed.counts()) {
      return days().day(owed.dueOn()) + "已到期";
    }
    return (owed.guided() ? "已过时限%d个工作日" : "已逾期%d个工作日").formatted(late());
  }

  String verb() {
    return Verb.of(owed.deadline().title());
  }

  private int late() {
    return calendar.between(owed.dueOn(), today);
  }

  private Days days() {
    return new Days(today);
  }
}
