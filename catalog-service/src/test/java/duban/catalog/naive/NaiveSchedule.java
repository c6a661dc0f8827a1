package duban.catalog.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rules once more, written from their description and not from the engine: day by day, asking
 * each rule whether something of it begins today. Clear and slow; what it says, the engine must
 * say.
 *
 * <p>The catalogue is a file's JSON. Each obligation states {@code inForceFrom}, each occasion its
 * {@code id} and {@code enteredOn}. A group may state {@code memberSince} by member, and the top
 * {@code answers} to the questions of {@code appliesWhen}.
 */
final class NaiveSchedule {
  private final JsonNode catalogue;
  private final NaiveForce force;
  private final NaiveUnits units;
  private final NaiveWindows windows;
  private final NaiveOccasions occasions;
  private final Map<String, NaivePeriod> terms = new HashMap<>();
  private final Map<String, Integer> owedPeriods = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  NaiveSchedule(JsonNode catalogue, UUID namespace) {
    this.catalogue = catalogue;
    force = new NaiveForce(catalogue);
    units = new NaiveUnits(catalogue);
    windows = new NaiveWindows(new NaiveDays(catalogue), units, namespace);
    occasions = new NaiveOccasions(catalogue, force, units, windows);
    for (var it : catalogue.path("terms")) {
      var first = LocalDate.parse(it.path("from").asText());
      var last = LocalDate.parse(it.path("to").asText());
      terms.put(
          key(it.path("level").asText(), first),
          new NaivePeriod(it.path("id").asText(), first, last));
    }
  }

  private static String key(String level, LocalDate first) {
    return level + first.toEpochDay();
  }

  /** Everything that begins up to the end of the year; see {@link Row#within}. */
  List<Row> until(int lastYear) {
    rows.clear();
    owedPeriods.clear();
    var alive =
        StreamSupport.stream(catalogue.path("obligations").spliterator(), false)
            .filter(force::alive)
            .toList();
    var last = LocalDate.of(lastYear, 12, 31);
    for (var day = firstDay(); !day.isAfter(last); day = day.plusDays(1)) {
      for (var obligation : alive) {
        onDay(obligation, day);
      }
    }
    return rows.stream().sorted().toList();
  }

  /** Nothing begins before the first date that the catalogue names. */
  private LocalDate firstDay() {
    var days = new ArrayList<LocalDate>();
    catalogue.path("obligations").forEach(it -> days.add(NaiveForce.from(it)));
    for (var it : catalogue.path("obligations")) {
      if (it.path("rule").path("kind").asText().equals("ONE_OFF")) {
        dates(it.path("rule"), "due", days);
      }
    }
    catalogue.path("terms").forEach(it -> dates(it, "from", days));
    catalogue.path("occasions").forEach(it -> days.add(NaiveOccasions.day(it)));
    return days.stream().min(LocalDate::compareTo).orElseThrow();
  }

  private static void dates(JsonNode node, String field, List<LocalDate> days) {
    if (node.hasNonNull(field)) {
      days.add(LocalDate.parse(node.path(field).asText()));
    }
  }

  private void onDay(JsonNode obligation, LocalDate day) {
    var rule = obligation.path("rule");
    switch (rule.path("kind").asText()) {
      case "ONE_OFF" -> oneOff(obligation, day);
      case "EACH_TIME" -> rows.addAll(occasions.on(obligation, day));
      case "STANDING" -> inPeriod(obligation, day, rule.path("review").asText("YEAR"));
      default -> inPeriod(obligation, day, rule.path("period").asText());
    }
  }

  private void oneOff(JsonNode obligation, LocalDate day) {
    if (!obligation.path("rule").path("due").asText().equals(day.toString())
        || force.takenOver(obligation, day)) {
      return;
    }
    var from = NaiveForce.from(obligation);
    var year = NaivePeriod.begun("YEAR", day.withDayOfYear(1));
    for (var unit : units.laidOn(obligation, day, obligation.path("none"))) {
      var window = new NaiveWindows.Window("", from.isBefore(day) ? from : day, day);
      var row = windows.row(obligation, unit, year, window, null);
      rows.add(windows.lasting(row, row.opens(), day));
    }
  }

  private void inPeriod(JsonNode obligation, LocalDate day, String kind) {
    var rule = obligation.path("rule");
    var term = kind.equals("TERM");
    var period = term ? terms.get(key(rule.path("termOf").asText(), day)) : begun(kind, day);
    if (period == null || !ofItsMonths(rule, day) || !force.owed(obligation, period, term)) {
      return;
    }
    var before = owedPeriods.merge(obligation.path("id").asText(), 1, Integer::sum) - 1;
    if (before % rule.path("every").asInt(1) != 0 || force.takenOver(obligation, day)) {
      return;
    }
    for (var unit : units.laidOn(obligation, day, obligation.path("none"))) {
      for (var window : NaiveWindows.of(rule, period, term)) {
        rows.add(windows.row(obligation, unit, period, window, null));
      }
    }
  }

  private static @Nullable NaivePeriod begun(String kind, LocalDate day) {
    return NaivePeriod.beginsOn(kind, day) ? NaivePeriod.begun(kind, day) : null;
  }

  private static boolean ofItsMonths(JsonNode rule, LocalDate day) {
    var months = rule.path("months");
    if (months.isEmpty()) {
      return true;
    }
    for (var month : months) {
      if (month.asInt() == day.getMonthValue()) {
        return true;
      }
    }
    return false;
  }
}
