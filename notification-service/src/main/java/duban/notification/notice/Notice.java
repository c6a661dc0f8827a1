package duban.notification.notice;

import duban.chassis.calendar.WorkingCalendar;
import duban.notification.stop.Stop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that one recipient is told on one day, in the words of an office.
 *
 * @param recipient as it is addressed
 * @param owed at least one
 * @param stops for which it has to account
 * @param tallies what is shown beside it, and owed by nobody
 * @param calendars by the code of the unit that owes it, by which its working days are counted
 */
public record Notice(
    String recipient,
    List<Owed> owed,
    List<Stop> stops,
    LocalDate today,
    Function<String, WorkingCalendar> calendars,
    List<Tally> tallies) {

  /** One row of the list, ready to be shown. */
  public record Line(
      int number, String role, String title, String text, String urgency, boolean overdue) {}

  /** What is owed for one of the units that the recipient serves. */
  public record Section(String unit, List<Line> lines) {}

  public Notice(
      String recipient,
      List<Owed> owed,
      List<Stop> stops,
      LocalDate today,
      WorkingCalendar calendar) {
    this(recipient, owed, stops, today, unit -> calendar, List.of());
  }

  public Notice {
    owed =
        owed.stream()
            .sorted(
                Comparator.comparing(Owed::dueOn)
                    .thenComparing(Owed::role)
                    .thenComparing(Owed::title)
                    .thenComparing(it -> it.deadline().unit().code()))
            .toList();
  }

  public String subject() {
    if (owed.size() == 1) {
      return "【工作提示】" + owed.get(0).title() + ":" + sentence(owed.get(0)).urgency();
    }
    return "【工作提示】" + total();
  }

  private String total() {
    var late = overdue();
    var word = guided() ? "已过时限" : "已逾期";
    return "%d项未完成".formatted(owed.size()) + (late == 0 ? "" : ",其中%d项%s".formatted(late, word));
  }

  /** Whether it speaks to somebody whom the office does not command, and to nobody else. */
  private boolean guided() {
    var own = owed.stream().filter(it -> it.role() == Role.LEAD).toList();
    return !own.isEmpty() && own.stream().allMatch(Owed::guided);
  }

  /** What comes before the first item: when nothing was sent, and how many are owed. */
  public String opening() {
    var text = stops.stream().map(new Days(today)::stopped).collect(Collectors.joining());
    if (owed.size() > 1) {
      return text + "截至目前有" + total() + ",按紧急程度列出如下:";
    }
    return stops.isEmpty() ? "" : text + "截至目前有1项未完成:";
  }

  /** The only item's sentence; empty if there are several. */
  public String single() {
    return owed.size() == 1 ? sentence(owed.get(0)).text() : "";
  }

  public String closing() {
    return owed.size() == 1 ? sentence(owed.get(0)).closing() : "已经完成尚未登记的,请补登。";
  }

  /** The most urgent unit first; one section without a name if the recipient serves one unit. */
  public List<Section> sections() {
    var byUnit =
        owed.stream()
            .collect(Collectors.groupingBy(Owed::section, LinkedHashMap::new, Collectors.toList()));
    var sections = new ArrayList<Section>();
    var number = 1;
    for (var unit : byUnit.keySet()) {
      var lines = new ArrayList<Line>();
      for (var alike : alike(byUnit.get(unit))) {
        lines.add(line(number++, alike));
      }
      sections.add(new Section(byUnit.size() == 1 ? "" : unit, lines));
    }
    return sections;
  }

  /** Whoever supervises many units reads once what is the same of them. */
  private Collection<List<Owed>> alike(List<Owed> some) {
    return some.stream()
        .collect(
            Collectors.groupingBy(
                it ->
                    it.role() == Role.SUPERVISE
                        ? it.title() + sentence(it).predicate()
                        : it.deadline().id(),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private Line line(int number, List<Owed> alike) {
    var first = alike.get(0);
    var sentence = sentence(first);
    var units = alike.stream().map(it -> it.deadline().unit().name()).toList();
    return new Line(
        number,
        first.role().chinese(),
        first.title(),
        units.size() == 1 ? sentence.text() : sentence.text(units),
        sentence.urgency(),
        first.overdue(today));
  }

  public boolean several() {
    return owed.size() > 1;
  }

  private long overdue() {
    return owed.stream().filter(it -> it.overdue(today)).count();
  }

  /** How often happened what is only counted, a line each. */
  public List<String> numbers() {
    return Tally.lines(tallies, today);
  }

  /** {@code 2027年10月25日}. */
  public String date() {
    return "%d年%d月%d日".formatted(today.getYear(), today.getMonthValue(), today.getDayOfMonth());
  }

  private Sentence sentence(Owed each) {
    return new Sentence(each, today, calendars.apply(each.deadline().unit().code()));
  }
}
