package duban.notification.reminder;

import duban.chassis.clock.BusinessClock;
import duban.notification.policy.PolicyView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why, in a sentence.
 *
 * @param waits the days on which its recipient is sent nothing, so that it leaves later, and why
 */
record ExplainingWords(
    Reminder reminder,
    String title,
    Optional<PolicyView> policy,
    SortedMap<LocalDate, String> waits) {

  String chinese() {
    return "“%s”时限为%s。%s为%s,%s。"
            .formatted(
                title,
                day(reminder.effectiveDueOn()),
                stepInChinese(),
                day(reminder.stepOn()),
                stateInChinese())
        + waitsInChinese()
        + policy.map(ExplainingWords::policyInChinese).orElse("");
  }

  String english() {
    return "“%s” is due on %s. The step %s %s lies on %s; it %s."
            .formatted(
                title,
                reminder.effectiveDueOn(),
                reminder.step(),
                span().map(Period::toString).orElseGet(() -> String.valueOf(reminder.number())),
                reminder.stepOn(),
                stateInEnglish())
        + waitsInEnglish()
        + policy.map(ExplainingWords::policyInEnglish).orElse("");
  }

  private String waitsInChinese() {
    return waits.isEmpty()
        ? ""
        : waits.entrySet().stream()
            .map(it -> day(it.getKey()) + "(" + it.getValue() + ")")
            .collect(Collectors.joining("、", "该联系人所在单位", "不发送,顺延到其后可发送的工作日。"));
  }

  private String waitsInEnglish() {
    return waits.isEmpty()
        ? ""
        : waits.entrySet().stream()
            .map(it -> it.getKey() + " (" + it.getValue() + ")")
            .collect(
                Collectors.joining(
                    ", ",
                    " Its recipient is sent nothing on ",
                    ": it waits for the next day on which he is."));
  }

  private static String policyInChinese(PolicyView policy) {
    var whom =
        switch (policy.scope()) {
          case ALL -> "适用于全部";
          case OBLIGATION -> "仅适用于任务" + policy.obligation();
          case UNIT -> "仅适用于单位" + policy.unit();
        };
    return "依据提示规则“%s”(%s)。".formatted(policy.id(), whom);
  }

  private static String policyInEnglish(PolicyView policy) {
    var whom =
        switch (policy.scope()) {
          case ALL -> "all";
          case OBLIGATION -> "the obligation " + policy.obligation();
          case UNIT -> "the unit " + policy.unit();
        };
    return " It follows the policy %s, for %s.".formatted(policy.id(), whom);
  }

  private String stepInChinese() {
    var number = reminder.number();
    return switch (reminder.step()) {
      case LEAD -> number == 0 ? "开始办理当日" : "开始办理前" + distanceInChinese();
      case PACE -> "进度(第%d次)提示日".formatted(number);
      case LATEST_START -> "最迟启动日";
      case BEFORE -> "时限前" + distanceInChinese();
      case DUE -> "时限当日";
      case AFTER -> span().isEmpty() ? "到期后第%d个工作日".formatted(number) : "到期后" + distanceInChinese();
    };
  }

  private String distanceInChinese() {
    return span()
        .map(
            it ->
                it.getMonths() > 0
                    ? "%d个月".formatted(it.getMonths())
                    : "%d日".formatted(it.getDays()))
        .orElseGet(() -> "%d个工作日".formatted(reminder.number()));
  }

  /** The calendar time by which the policy reckons the step; empty if by working days. */
  private Optional<Period> span() {
    return policy.stream()
        .flatMap(it -> it.steps().stream())
        .filter(it -> it.step() == reminder.step() && it.number(-1) == reminder.number())
        .flatMap(it -> Stream.ofNullable(it.calendarTime()))
        .findFirst();
  }

  private String stateInChinese() {
    return switch (reminder.state()) {
      case PLANNED ->
          switch (reminder.channel()) {
            case STAFF -> "届时由工作人员办理";
            case LETTER -> "届时拟函待签发,系统不自行发送";
            case EMAIL -> "随%s的工作提示发出".formatted(moment(reminder.dueAt()));
          };
      case HELD -> "暂不发送(%s)".formatted(reasonInChinese());
      case AWAITING_SIGNATURE -> "函稿待签发,系统不自行发送";
      case SENT -> "已发送";
      case SKIPPED -> "不再发送(%s)".formatted(reasonInChinese());
      case CANCELLED -> "已取消(%s)".formatted(reasonInChinese());
    };
  }

  private String stateInEnglish() {
    return switch (reminder.state()) {
      case PLANNED ->
          switch (reminder.channel()) {
            case STAFF -> "is a task for staff on that day";
            case LETTER -> "is a letter that will wait for a signature from that day on";
            case EMAIL -> "goes with the notice of " + moment(reminder.dueAt());
          };
      case HELD -> "is held: " + reasonInEnglish();
      case AWAITING_SIGNATURE ->
          "is a letter that waits for a signature; nothing sends it by itself";
      case SENT -> "was sent";
      case SKIPPED -> "is not sent: " + reminder.reason();
      case CANCELLED -> "was cancelled: " + reminder.reason();
    };
  }

  private String reasonInChinese() {
    var reason = reminder.reason() == null ? "" : reminder.reason();
    return switch (reason) {
      case "NOT_RELEASED" -> "发送开关未打开";
      case "STALE" -> "数据尚未更新到最新";
      case "ENTERED_LATE" -> "登记时该节点已过";
      case "NO_CONTACT" -> "没有联系人";
      case "RELATION" -> "按行文关系不向其发送";
      case "DONE" -> "已完成";
      case "CLAIMED" -> "已申请办结";
      case "STOPPED" -> "系统停用期间应发未发,不再补发";
      case "MOVED" -> "日期或联系人已变更";
      case "SUSPENDED" -> "已暂缓";
      case "EXEMPT" -> "不适用";
      case "UNMET" -> "期满未达标";
      case "WITHDRAWN" -> "任务已撤销";
      case "FAILED" -> "邮件被退回,请工作人员核对地址并另行联系";
      case "IN_DOUBT" -> "邮件是否送达不明,请工作人员核实";
      default -> reason;
    };
  }

  private String reasonInEnglish() {
    var reason = reminder.reason() == null ? "" : reminder.reason();
    return switch (reason) {
      case "FAILED" -> "FAILED, the mail was refused; staff should check the address";
      case "IN_DOUBT" -> "IN_DOUBT, nobody can tell whether the mail arrived; staff should ask";
      default -> reason;
    };
  }

  private static String day(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private static String moment(Instant at) {
    var local = at.atZone(BusinessClock.ZONE);
    return "%s%d时%d分".formatted(day(local.toLocalDate()), local.getHour(), local.getMinute());
  }
}
