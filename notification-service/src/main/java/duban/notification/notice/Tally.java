package duban.notification.notice;

import duban.notification.deadline.Deadline;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** How often something happened that is only counted, for one recipient: nothing is owed. */
public record Tally(Deadline deadline, int counted) {

  /** One line for all units of which the same is counted. */
  static List<String> lines(Collection<Tally> some, LocalDate today) {
    return some.stream()
        .collect(
            Collectors.groupingBy(
                it -> it.deadline.obligationId() + it.deadline.period(),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(it -> line(it, today))
        .toList();
  }

  private static String line(List<Tally> alike, LocalDate today) {
    var first = alike.get(0).deadline;
    var what = "“%s”%s已登记:".formatted(first.title(), new Days(today).period(first));
    return alike.stream()
        .map(it -> "%s%d次".formatted(it.deadline.unit().name(), it.counted))
        .collect(Collectors.joining("、", what, "。"));
  }
}
