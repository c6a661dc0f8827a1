package duban.catalog.yearly;

import duban.catalog.obligation.Strength;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.yearly.YearlyList.Due;
import duban.catalog.yearly.YearlyList.Item;
import duban.catalog.yearly.YearlyList.Mark;
import duban.catalog.yearly.YearlyList.OfUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list as a table for spreadsheets: RFC 4180, with the mark by which they know UTF-8. */
final class Sheet {
  private static final String MARK_OF_UTF_8 = "\uFEFF";
  private static final String LINE = "\r\n";
  private static final List<String> HEADER =
      List.of("单位", "序号", "文件依据", "原文", "任务要求", "牵头/责任单位", "配合单位", "时限", "频次", "刚性", "备注");

  /** By these a spreadsheet knows a formula; it takes the wide ones for them too. */
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private Sheet() {}

  static String of(YearlyList list) {
    Stream<List<String>> rows =
        list.units().stream().flatMap(of -> of.items().stream().map(it -> row(of, it)));
    return MARK_OF_UTF_8
        + Stream.concat(Stream.of(HEADER), rows)
            .map(row -> row.stream().map(Sheet::cell).collect(Collectors.joining(",", "", LINE)))
            .collect(Collectors.joining());
  }

  private static List<String> row(OfUnit of, Item item) {
    var basis = item.basis();
    UnitRef unit = of.unit();
    return List.of(
        unit == null ? "" : unit.name(),
        Integer.toString(item.number()),
        basis == null ? "" : basis.cited(),
        item.quote(),
        item.task(),
        names(item.responsible()),
        names(item.coHandlers()),
        dates(item),
        item.frequency().chinese(),
        strength(item.strength()),
        item.marks().stream().map(Mark::chinese).collect(Collectors.joining(";")));
  }

  private static String dates(Item item) {
    return item.dates().stream()
        .filter(it -> it.tally() == null)
        .map(Sheet::date)
        .collect(Collectors.joining(";"));
  }

  private static String date(Due due) {
    String what = due.checkpoint() == null ? "" : due.checkpoint() + " ";
    return what + due.dueOn() + (due.provisional() ? "(暂算)" : "");
  }

  private static String names(List<UnitRef> units) {
    return units.stream().map(UnitRef::name).collect(Collectors.joining("、"));
  }

  private static String strength(Strength strength) {
    return switch (strength) {
      case MUST -> "必须";
      case IN_PRINCIPLE -> "原则上";
      case MAY -> "可以";
      case AIM -> "探索推进";
    };
  }

  /** What somebody wrote must not be reckoned out by whoever opens it. */
  static String cell(String text) {
    boolean formula = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
