package duban.catalog.naive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.deadline.Engine;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.LocalDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Making again what a change of a calendar reaches comes to the same as making everything again.
 */
@Tag("reckoning")
class CalendarChangesTest {
  private static final int FIRST_YEAR = 2025;
  private static final int LAST_YEAR = 2032;
  private static final int CATALOGUES = 15;
  private static final int CHANGES = 10;

  private long all;
  private long made;
  private long changed;

  @Test
  void aChangedCalendarReachesWhatItChanges() {
    for (var seed = 1; seed <= CATALOGUES; seed++) {
      var dice = new Dice(seed);
      var engine = new Engine(RandomRules.of(seed, 40));
      var units = dice.some(engine.units(), 3);
      var days = new HashMap<Integer, CalendarYear>();
      for (var i = 0; i < CHANGES; i++) {
        var year = dice.number(FIRST_YEAR - 1, LAST_YEAR + 1);
        var next = change(dice, days.computeIfAbsent(year, CalendarChangesTest::weekends), units);
        var changedTo = engine.with(next);
        compare("seed %d, change %d: %s".formatted(seed, i, next), engine, changedTo, year);
        days.put(year, next);
        engine = changedTo;
      }
    }
    assertThat(changed).isGreaterThan(1_000);
    assertThat(made).as("of %d", all).isBetween(changed, changed + changed / 10);
  }

  private void compare(String what, Engine before, Engine now, int year) {
    var again = now.again(before, year, FIRST_YEAR, LAST_YEAR);
    var everything = now.deadlines(FIRST_YEAR, LAST_YEAR);
    assertThat(byId(Stream.concat(again.left().stream(), again.made().stream()).toList()))
        .as(what)
        .isEqualTo(byId(everything));
    var stood = byId(before.deadlines(FIRST_YEAR, LAST_YEAR));
    all += everything.size();
    made += again.made().size();
    changed += everything.stream().filter(it -> !it.equals(stood.get(id(it)))).count();
  }

  private static CalendarYear weekends(int year) {
    return CalendarYear.announced(year, Map.of(), Map.of());
  }

  /** A day off or a whole row of them, a day that is made up for, a notice, or days of a unit. */
  private static CalendarYear change(Dice dice, CalendarYear from, List<String> units) {
    var off = new TreeMap<>(from.daysOff());
    var worked = new TreeMap<>(from.makeUpWorkingDays());
    var local = new ArrayList<>(from.local());
    var provisional = from.provisional();
    var day = dice.day(from.year(), from.year());
    switch (dice.number(1, 6)) {
      case 1, 2 -> row(day, dice.number(1, 3)).forEach(it -> off.put(it, "放假"));
      case 3 -> row(day, dice.number(4, 40)).forEach(it -> off.put(it, "放假"));
      case 4 -> {
        off.clear();
        worked.put(day.with(java.time.DayOfWeek.MONDAY).plusDays(5), "调休");
      }
      case 5 -> provisional = !provisional;
      default -> {
        var unit = dice.one(units.get(0), units.get(1), units.get(2));
        local.removeIf(it -> it.unit().equals(unit));
        var own = new TreeMap<LocalDate, String>();
        row(day, dice.number(0, 4)).forEach(it -> own.put(it, "本地假日"));
        local.add(new LocalDays(unit, own, Map.of()));
      }
    }
    worked.keySet().removeIf(it -> off.containsKey(it) || it.getYear() != from.year());
    return new CalendarYear(from.id(), from.year(), 0, off, worked, provisional, local);
  }

  private static List<LocalDate> row(LocalDate first, int length) {
    return first
        .datesUntil(first.plusDays(length))
        .filter(it -> it.getYear() == first.getYear())
        .toList();
  }

  private static Map<String, JsonNode> byId(List<JsonNode> deadlines) {
    var byId = new HashMap<String, JsonNode>();
    deadlines.forEach(it -> assertThat(byId.put(id(it), it)).as("once: %s", it).isNull());
    return byId;
  }

  private static String id(JsonNode deadline) {
    return deadline.path("id").asText();
  }
}
