package duban.notification;

import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import duban.chassis.clock.BusinessClock;
import duban.notification.deadline.Deadline;
import duban.notification.deadline.Pace;
import duban.notification.deadline.Ref;
import duban.notification.policy.Channel;
import duban.notification.policy.Policy;
import duban.notification.policy.PolicyStep;
import duban.notification.policy.Step;
import duban.notification.policy.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The year of the story: its holidays, and the three duties of the shipped catalogue. */
public final class Year2027 {

  public static final Ref OFFICE = ref("RDCWH-BG", "区人大常委会办公室");

  private Year2027() {}

  public static WorkingCalendar calendar() {
    var off = new TreeMap<LocalDate, String>();
    for (var day :
        List.of("01-01", "02-05", "02-08", "04-05", "06-09", "09-15", "10-01", "10-02", "10-03")) {
      off.put(LocalDate.parse("2027-" + day), "假日");
    }
    return new WorkingCalendar(List.of(new CalendarYear("2027", 2027, 1, off, Map.of(), true)));
  }

  public static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BusinessClock.ZONE).toInstant();
  }

  public static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  public static Ref ref(String code, String name) {
    return new Ref(code, code, name);
  }

  public static Deadline report(String code, String name) {
    return new Deadline(
        "o-039-" + code,
        1,
        Deadline.Status.ACTIVE,
        "chaoyang-2015-T2-1",
        "o-039",
        "报送法律法规贯彻实施情况",
        "份报告",
        "每年10月份",
        "WINDOW",
        "MUST",
        ref(code, name),
        List.of(),
        OFFICE,
        null,
        "RESPONSIBLE",
        "2027",
        null,
        day("2027-10-01"),
        day("2027-10-29"),
        1,
        List.of(),
        null,
        "P20D",
        null,
        "MAKE_UP",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  public static Deadline sessions() {
    return new Deadline(
        "o-120a-XRD-01",
        1,
        Deadline.Status.ACTIVE,
        "chaoyang-2015-T6-1",
        "o-120a",
        "召开乡人民代表大会会议",
        "次会议",
        "每年至少召开2次",
        "QUOTA",
        "MUST",
        ref("XRD-01", "南磨房乡人大"),
        List.of(ref("XDW-01", "南磨房乡党委")),
        OFFICE,
        null,
        "RESPONSIBLE",
        "2027",
        null,
        day("2027-01-01"),
        day("2027-12-31"),
        2,
        List.of(new Pace(1, day("2027-06-30")), new Pace(2, day("2027-11-30"))),
        day("2027-12-03"),
        "P20D",
        day("2028-01-10"),
        "EXPLAIN",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  public static Deadline checkpoint(String name, String opens, String due) {
    return new Deadline(
        "o-062a-" + due,
        1,
        Deadline.Status.ACTIVE,
        "chaoyang-2015-T3-3",
        "o-062a",
        "代表建议三段督办",
        null,
        "全程督办模式",
        "CHECKPOINTS",
        "MUST",
        ref("QZF", "区政府"),
        List.of(ref("QFY", "区法院")),
        OFFICE,
        ref("RDCWH", "区人大常委会"),
        "RESPONSIBLE",
        "2027",
        name,
        day(opens),
        day(due),
        null,
        List.of(),
        null,
        null,
        null,
        "MAKE_UP",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The steps as they are shipped. */
  public static List<Policy> policies() {
    return List.of(
        policy(
            "QUOTA",
            step(Step.PACE, 30, Channel.EMAIL, Task.NOTICE),
            step(Step.LATEST_START, null, Channel.EMAIL, Task.NOTICE),
            step(Step.BEFORE, 5, Channel.EMAIL, Task.NOTICE),
            step(Step.AFTER, 1, Channel.EMAIL, Task.EXPLAIN)),
        policy(
            "WINDOW",
            step(Step.LEAD, null, Channel.EMAIL, Task.NOTICE),
            step(Step.LEAD, null, Channel.LETTER, Task.REMINDER_LETTER),
            step(Step.BEFORE, 5, Channel.EMAIL, Task.NOTICE),
            step(Step.DUE, null, Channel.EMAIL, Task.NOTICE),
            step(Step.AFTER, 1, Channel.EMAIL, Task.NOTICE),
            step(Step.AFTER, 3, Channel.STAFF, Task.TELEPHONE),
            step(Step.AFTER, 5, Channel.LETTER, Task.FIRST_LETTER)),
        policy(
            "CHECKPOINTS",
            step(Step.BEFORE, 20, Channel.EMAIL, Task.NOTICE),
            step(Step.BEFORE, 5, Channel.EMAIL, Task.NOTICE),
            step(Step.AFTER, 1, Channel.EMAIL, Task.NOTICE)),
        policy(
            "QUOTA_TERM",
            step("P18M"),
            step("P12M"),
            step("P6M"),
            step(Step.AFTER, 1, Channel.EMAIL, Task.EXPLAIN)),
        policy(
            "EACH_TIME_BEFORE",
            step("P45D"),
            step(Step.BEFORE, 10, Channel.EMAIL, Task.NOTICE),
            step(Step.AFTER, 1, Channel.EMAIL, Task.EXPLAIN)),
        policy(
            "EACH_TIME_AFTER",
            step(Step.BEFORE, 20, Channel.EMAIL, Task.NOTICE),
            step(Step.BEFORE, 5, Channel.EMAIL, Task.NOTICE),
            step(Step.AFTER, 1, Channel.EMAIL, Task.NOTICE),
            step(Step.AFTER, 3, Channel.STAFF, Task.TELEPHONE),
            step(Step.AFTER, 30, Channel.STAFF, Task.FURTHER)),
        policy(
            "ONE_OFF",
            step(Step.BEFORE, 30, Channel.EMAIL, Task.NOTICE),
            step(Step.BEFORE, 10, Channel.EMAIL, Task.NOTICE),
            step(Step.BEFORE, 3, Channel.EMAIL, Task.NOTICE),
            step(Step.AFTER, 1, Channel.EMAIL, Task.NOTICE)),
        policy(
            "STANDING",
            step(Step.LEAD, 0, Channel.EMAIL, Task.NOTICE),
            step(Step.BEFORE, 5, Channel.EMAIL, Task.NOTICE),
            step(Step.AFTER, 3, Channel.STAFF, Task.TELEPHONE)));
  }

  private static PolicyStep step(String span) {
    return new PolicyStep(Step.BEFORE, null, span, Channel.EMAIL, Task.NOTICE);
  }

  private static Policy policy(String kind, PolicyStep... steps) {
    return new Policy(kind.toLowerCase(), 1, kind, null, null, true, List.of(steps));
  }

  private static PolicyStep step(Step step, Integer days, Channel channel, Task task) {
    return new PolicyStep(step, days, null, channel, task);
  }
}
