package duban.catalog.naive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/**
 * Terms that are cut short, prolonged or leave a gap; years with and without notice, and days of
 * one place.
 */
final class RandomTime {
  private final Dice dice;

  RandomTime(Dice dice) {
    this.dice = dice;
  }

  void into(ObjectNode catalogue) {
    var terms = catalogue.putArray("terms");
    for (var level : new String[] {"DISTRICT", "TOWNSHIP", "PARTY"}) {
      var from = dice.day(2019, 2024);
      for (var i = 1; from.getYear() <= RandomRules.LAST_YEAR; i++) {
        var to = from.plusYears(5).minusDays(1);
        to = dice.once(4) ? to.plusDays(dice.number(1, 400)) : to;
        to = dice.once(4) ? from.plusDays(dice.number(20, 1500)) : to;
        terms
            .addObject()
            .put("id", level + "-" + i)
            .put("level", level)
            .put("from", from.toString())
            .put("to", to.toString());
        from = to.plusDays(dice.once(4) ? dice.number(2, 500) : 1);
      }
    }
    var announced = catalogue.putObject("calendars");
    var statutory = catalogue.putObject("statutoryHolidays");
    for (var year = 2018; year <= RandomRules.LAST_YEAR + 8; year++) {
      if (dice.once(2)) {
        announced(announced.putObject(String.valueOf(year)), year);
      } else if (!dice.once(6)) {
        daysOff(statutory.putObject(String.valueOf(year)), year, dice.number(0, 15));
      }
    }
    local(catalogue);
  }

  /** Of years that have a calendar: some days of some units, also such as are worked elsewhere. */
  private void local(ObjectNode catalogue) {
    var local = catalogue.putArray("localDays");
    for (var i = dice.once(2) ? 0 : dice.number(1, 3); i > 0; i--) {
      var days =
          local
              .addObject()
              .put("unit", dice.one("CY", "B1", "B2", "B4", "D1", "GROUP"))
              .putObject("daysOff");
      for (var year = 2018; year <= RandomRules.LAST_YEAR + 8; year++) {
        var text = String.valueOf(year);
        var notice = catalogue.path("calendars").path(text);
        if (notice.isMissingNode() && !catalogue.path("statutoryHolidays").has(text)) {
          continue;
        }
        daysOff(days, year, dice.number(0, 12));
        if (notice.path("makeUpWorkingDays").fieldNames().hasNext() && dice.once(2)) {
          days.put(notice.path("makeUpWorkingDays").fieldNames().next(), "放假");
        }
        // Where a year turns, what is due by its end meets them.
        days.put(LocalDate.of(year, 12, 31 - dice.number(0, 4)).toString(), "放假");
      }
    }
  }

  private void announced(ObjectNode notice, int year) {
    var off = notice.putObject("daysOff");
    daysOff(off, year, dice.number(0, 15));
    for (var week = dice.number(0, 3); week > 0; week--) {
      var first = day(year);
      var length = dice.number(3, 9);
      for (var day = first; length > 0 && day.getYear() == year; day = day.plusDays(1)) {
        off.put(day.toString(), "放假");
        length--;
      }
    }
    var makeUp = notice.putObject("makeUpWorkingDays");
    for (var i = dice.number(0, 8); i > 0; i--) {
      var day = day(year);
      if (day.getDayOfWeek().getValue() > 5 && !off.has(day.toString())) {
        makeUp.put(day.toString(), "调休");
      }
    }
  }

  private void daysOff(ObjectNode off, int year, int count) {
    for (var i = 0; i < count; i++) {
      off.put(day(year).toString(), "放假");
    }
  }

  private LocalDate day(int year) {
    return dice.day(year, year);
  }
}
