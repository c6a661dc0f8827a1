package duban.catalog.gap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.term.Term;
import duban.chassis.calendar.WorkingCalendar;
import duban.chassis.edit.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is missing of the days by which everything is reckoned. */
final class DayGaps {
  private DayGaps() {}

  /** The running year and the next one, where they have no notice. */
  static Stream<Gap> calendars(WorkingCalendar calendar, LocalDate today) {
    return IntStream.rangeClosed(today.getYear(), today.getYear() + 1)
        .filter(calendar::provisional)
        .mapToObj(year -> calendar(year, calendar));
  }

  private static Gap calendar(int year, WorkingCalendar calendar) {
    var known = calendar.year(LocalDate.of(year, 1, 1));
    ObjectNode body = Draft.empty();
    ObjectNode off = body.putObject("daysOff");
    known.ifPresent(it -> it.daysOff().forEach((day, name) -> off.put(day.toString(), name)));
    body.putObject("makeUpWorkingDays");
    return gap(
        GapKind.NO_CALENDAR,
        Integer.toString(year),
        year + "年的国务院办公厅放假通知尚未录入,期限按法定节假日暂算",
        "the State Council's notice of " + year + " is not loaded; dates are provisional",
        "daysOff",
        year,
        new Settle(
            "PUT",
            "calendars/" + year,
            known.map(it -> Version.etag(it.version())).orElse(null),
            body,
            List.of("daysOff", "makeUpWorkingDays")));
  }

  /** Terms whose days nobody has confirmed. */
  static Stream<Gap> terms(Collection<Term> terms) {
    return terms.stream().filter(Term::inferred).map(DayGaps::term);
  }

  private static Gap term(Term term) {
    String name = Objects.requireNonNullElse(term.name(), term.id());
    ObjectNode body =
        Draft.empty()
            .put("id", term.id())
            .put("level", term.level().name())
            .put("from", term.from().toString())
            .put("to", term.to().toString())
            .put("inferred", false);
    if (term.name() != null) {
      body.put("name", term.name());
    }
    return gap(
        GapKind.INFERRED,
        "term:" + term.id(),
        "届次" + name + "的起止日期(" + term.from() + "至" + term.to() + ")系推定,请核实",
        "the days of the term "
            + name
            + " ("
            + term.from()
            + " to "
            + term.to()
            + ") are inferred; confirm them, or correct them first",
        "inferred",
        null,
        new Settle(
            "PUT",
            "terms/" + Draft.segment(term.id()),
            Version.etag(Objects.requireNonNullElse(term.version(), 0)),
            body,
            List.of()));
  }

  private static Gap gap(
      GapKind kind,
      String apart,
      String sentence,
      String english,
      String field,
      @org.jspecify.annotations.Nullable Integer year,
      Settle settle) {
    return new Gap(
        kind + ":" + apart,
        kind,
        sentence,
        english,
        List.of(),
        List.of(),
        null,
        field,
        null,
        year,
        settle);
  }
}
