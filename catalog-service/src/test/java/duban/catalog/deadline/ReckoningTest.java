package duban.catalog.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.catalog.obligation.Applicability;
import duban.catalog.obligation.Obligation;
import duban.catalog.rule.Words;
import duban.catalog.unit.Unit;
import duban.catalog.unit.Units;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import duban.chassis.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReckoningTest {
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(
          List.of(
              CalendarYear.announced(2030, Map.of(LocalDate.of(2030, 10, 1), "国庆节"), Map.of())
                  .at(3)));

  @Test
  void aHolidayIsNamedAndTheDayAfterIsSaid() {
    assertThat(words("\"due\": \"--10-01\", \"roll\": \"NEXT\"", Bodies.one("A")).chinese())
        .isEqualTo(
            "依据“每年一次”,规则为:每年10月1日前,1次。期间:2030-01-01至2030-12-31。责任单位:A。"
                + "启动日:2030-01-01(星期二)。"
                + "按规则时限为2030-10-01(星期二),逢国庆节放假,顺延到后一个工作日2030-10-02(星期三)。"
                + "2030年工作日历第3版。");
  }

  @Test
  void theLatestStartIsCountedBack() {
    var words = words("\"due\": \"--10-02\", \"lead\": \"P2D\"", Bodies.one("A"));
    assertThat(words.chinese())
        .contains("按规则时限为2030-10-02(星期三),是工作日。往前数2个工作日,最迟启动日为2030-09-27(星期五)。");
    assertThat(words.english())
        .contains(
            "The rule names 2030-10-02 (Wednesday), a working day. 2 working days before it,"
                + " 2030-09-27 (Friday), is the latest start. Calendar 2030, version 3.");
  }

  @Test
  void whoSucceedsIsNamedWithWhomHeSucceeds() {
    var heir = Bodies.one("B");
    var ended = Bodies.ended("A", heir, LocalDate.of(2030, 5, 1));
    assertThat(words("\"opens\": \"--03-01\"", ended, heir).chinese())
        .contains("规则为:每年3月1日起,1次。")
        .contains("责任单位:B,承接A。");
  }

  private static Words words(String rule, Unit... known) {
    var units = new Units(List.of(known));
    var obligation = obligation(rule);
    var basis = new Basis(units, List.of(), List.of(), Map.of(), Applicability.NONE, CALENDAR);
    var all = List.of(obligation);
    var deadline = new Schedule(basis, all).of(all, 2030, 2030).findFirst().orElseThrow();
    return new Reckoning(deadline, obligation, basis).inWords();
  }

  private static Obligation obligation(String rule) {
    String json =
        """
        {"id": "o-1", "measureId": "m", "title": "t", "quote": "每年一次", "strength": "MUST",
         "who": {"responsible": ["A"], "supervisor": "A", "fanOut": "PER_UNIT"},
         "rule": {"kind": "QUOTA", "period": "YEAR", "times": 1, %s}, "afterDue": "EXPLAIN"}
        """
            .formatted(rule);
    try {
      return Json.contract().readValue(json, Obligation.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
