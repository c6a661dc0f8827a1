package duban.notification.notice;

import duban.notification.deadline.Ref;
import duban.notification.stop.Stop;
import duban.notification.unit.Relation;
import duban.notification.yearly.YearlyList;
import duban.notification.yearly.YearlyList.Due;
import duban.notification.yearly.YearlyList.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A yearly list as one recipient is sent it, in the words of an office.
 *
 * @param recipient as it is addressed
 * @param relation of the unit whose list it is
 * @param stops for which it has to account
 */
public record TaskList(
    String recipient, YearlyList list, Relation relation, List<Stop> stops, LocalDate today) {

  /** One row, ready to be shown; what is empty does not apply. */
  public record Row(
      int number,
      String task,
      String basis,
      String responsible,
      String coHandlers,
      String dates,
      String frequency,
      String marks) {}

  public String subject() {
    return "【年度任务清单】%s:%s".formatted(title(), total());
  }

  /** {@code 区教委2028年度任务清单}. */
  public String title() {
    return list.unit().name() + list.year() + "年度任务清单";
  }

  private String total() {
    var only = list.items().stream().filter(Item::listedOnly).count();
    return "共%d项".formatted(list.items().size()) + (only == 0 ? "" : ",其中倡导性%d项".formatted(only));
  }

  public String opening() {
    var days = new Days(today);
    var stopped = stops.stream().map(days::stopped).collect(Collectors.joining());
    return stopped + tone().opening(list.unit().name(), whatItIs());
  }

  private String whatItIs() {
    return "%s(%s%s,%s)"
        .formatted(title(), new Days(today).day(list.sentOn()), tone().sent(), total());
  }

  /** How it is signed for, and what else is to be known of the rows. */
  public String closing() {
    var text = new StringBuilder(tone().receipt(list.unit().name(), list.id()));
    if (list.items().stream().anyMatch(Item::listedOnly)) {
      text.append("倡导性事项只列入清单,不催办。");
    }
    if (list.items().stream().flatMap(it -> it.dates().stream()).anyMatch(Due::provisional)) {
      text.append("标注“暂算”的时限,以放假安排公布后的日期为准。");
    }
    return text.toString();
  }

  private Tone tone() {
    return Tone.towards(relation);
  }

  public List<Row> rows() {
    return list.items().stream().map(this::row).toList();
  }

  private Row row(Item item) {
    return new Row(
        item.number(),
        item.task(),
        item.basis() == null ? "" : item.basis(),
        names(item.responsible()),
        names(item.coHandlers()),
        item.dates().stream()
            .filter(it -> it.tally() == null)
            .map(this::date)
            .distinct()
            .collect(Collectors.joining("、")),
        item.frequency(),
        String.join(";", marks(item)));
  }

  private static List<String> marks(Item item) {
    var marks = new ArrayList<String>();
    if (item.beside()) {
      marks.add("配合");
    }
    if (item.inPrinciple()) {
      marks.add("原则上");
    }
    marks.addAll(item.marks());
    return marks;
  }

  private String date(Due due) {
    return new Days(today).day(due.dueOn()) + "前" + (due.provisional() ? "(暂算)" : "");
  }

  private static String names(List<Ref> units) {
    return units.stream().map(Ref::name).collect(Collectors.joining("、"));
  }

  /** {@code 2027年10月25日}. */
  public String date() {
    return "%d年%d月%d日".formatted(today.getYear(), today.getMonthValue(), today.getDayOfMonth());
  }
}
