package duban.catalog.naive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

/** Written days inside a period, in every form that may stand in it. */
final class RandomDays {
  private final Dice dice;
  private final String period;

  RandomDays(Dice dice, String period) {
    this.dice = dice;
    this.period = period;
  }

  /** {@code --MM-DD} by its number in a leap year. */
  static String yearly(int dayOfYear) {
    var day = LocalDate.ofYearDay(2028, dayOfYear);
    return "--%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
  }

  /** Puts opens, due and, up to {@code times}, a pace between them. */
  void window(ObjectNode window, int times) {
    switch (period) {
      case "YEAR" -> oneWay(window, times, 366, RandomDays::yearly);
      case "MONTH" -> oneWay(window, times, 31, "---%02d"::formatted);
      case "HALF_YEAR" -> spans(window, times, 180, 60);
      case "QUARTER" -> spans(window, times, 89, 40);
      case "WEEK" -> spans(window, times, 6, 3);
      default -> terms(window, times);
    }
  }

  private void spans(ObjectNode window, int times, int most, int atEachSide) {
    switch (dice.number(1, 4)) {
      case 1 -> oneWay(window, times, most, "P%dD"::formatted);
      case 2 -> oneWay(window, times, most, back("-P%dD", most));
      case 3 -> {
        window.put("opens", "P" + dice.number(1, atEachSide) + "D");
        window.put("due", "-P" + dice.number(1, atEachSide) + "D");
      }
      default -> {
        var months = most / 31;
        if (months > 0) {
          oneWay(window, times, Math.max(1, months), "P%dM"::formatted);
        }
      }
    }
  }

  private void terms(ObjectNode window, int times) {
    switch (dice.number(1, 4)) {
      case 1 -> oneWay(window, times, 50, "P%dM"::formatted);
      case 2 -> oneWay(window, times, 50, back("-P%dM", 50));
      case 3 -> oneWay(window, times, 999, "P%dD"::formatted);
      default -> {
        window.put("opens", "P" + dice.number(1, 24) + "M" + dice.number(1, 20) + "D");
        window.put("due", "-P" + dice.number(1, 24) + "M");
      }
    }
  }

  private static IntFunction<String> back(String form, int most) {
    return it -> form.formatted(most + 1 - it);
  }

  /** Days that are written alike, so that their order is known without a calendar. */
  private void oneWay(ObjectNode window, int times, int most, IntFunction<String> form) {
    var days = dice.rising(dice.number(1, times + 2), 1, most);
    var opens = dice.once(2) ? 0 : 1;
    var due = days.size() > opens && dice.once(2) ? 1 : 0;
    if (opens == 1) {
      window.put("opens", form.apply(days.get(0)));
    }
    if (due == 1) {
      window.put("due", form.apply(days.get(days.size() - 1)));
    }
    pace(window, times, days.subList(opens, days.size() - due), form);
  }

  private void pace(ObjectNode window, int times, List<Integer> days, IntFunction<String> form) {
    if (days.isEmpty() || times == 0) {
      return;
    }
    var counts = dice.rising(days.size(), 1, times);
    var pace = window.putArray("pace");
    for (var i = 0; i < counts.size(); i++) {
      pace.addObject().put("count", counts.get(i)).put("by", form.apply(days.get(i)));
    }
  }
}
