package duban.catalog.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rules once more, written from their description and not from the engine: rule by rule and day
 * by day, asking whether something of it begins today. Clear and slow; what it says, the engine
 * must say.
 *
 * <p>The catalogue is a file's JSON. Each obligation states {@code inForceFrom}, each occasion its
 * {@code id} and {@code enteredOn}. A group may state {@code memberSince} by member, and the top
 * {@code answers} to the questions of {@code appliesWhen} and {@code localDays}, each with its
 * {@code unit} and {@code daysOff}.
 */
final class NaiveSchedule {
  private final JsonNode catalogue;
  private final NaiveForce force;
  private final NaiveUnits units;
  private final NaiveWindows windows;
  private final NaiveOccasions occasions;
  private final Map<String, Map<LocalDate, NaivePeriod>> terms = new HashMap<>();
  private final Map<String, List<NaivePeriod>> periods = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  NaiveSchedule(JsonNode catalogue, UUID namespace) {
    this.catalogue = catalogue;
    force = new NaiveForce(catalogue);
    units = new NaiveUnits(catalogue);
    windows = new NaiveWindows(catalogue, units, namespace);
    occasions = new NaiveOccasions(catalogue, force, units, windows);
    for (var it : catalogue.path("terms")) {
      var first = LocalDate.parse(it.path("from").asText());
      var last = LocalDate.parse(it.path("to").asText());
      terms
          .computeIfAbsent(it.path("level").asText(), level -> new HashMap<>())
          .put(first, new NaivePeriod(it.path("id").asText(), first, last));
    }
  }

  /** Everything that begins up to the end of the year; see {@link Row#within}. */
  List<Row> until(int lastYear) {
    rows.clear();
    periods.clear();
    var days = firstDay().datesUntil(LocalDate.of(lastYear, 12, 31).plusDays(1)).toList();
    for (var obligation : catalogue.path("obligations")) {
      if (force.alive(obligation)) {
        make(obligation, days);
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

  private void make(JsonNode obligation, List<LocalDate> days) {
    var rule = obligation.path("rule");
    switch (rule.path("kind").asText()) {
      case "ONE_OFF" -> oneOff(obligation, days);
      case "EACH_TIME" -> {
        if (occasions.onlyCounted(rule.path("occasion").asText())) {
          if (!rule.path("timing").asText().equals("NOT_BEFORE")) {
            inPeriods(obligation, days, "HALF_YEAR");
          }
        } else {
          days.forEach(day -> rows.addAll(occasions.on(obligation, day)));
        }
      }
      case "STANDING" -> inPeriods(obligation, days, rule.path("review").asText("YEAR"));
      default -> inPeriods(obligation, days, rule.path("period").asText());
    }
  }

  private void oneOff(JsonNode obligation, List<LocalDate> days) {
    var rule = obligation.path("rule");
    if (!rule.hasNonNull("due")) {
      return;
    }
    var due = LocalDate.parse(rule.path("due").asText());
    if (!days.contains(due) || force.takenOver(obligation, due)) {
      return;
    }
    var from = NaiveForce.from(obligation);
    var year = NaivePeriod.begun("YEAR", due.withDayOfYear(1));
    for (var unit : units.laidOn(obligation, due, obligation.path("none"))) {
      var window = new NaiveWindows.Window("", from.isBefore(due) ? from : due, due);
      var row = windows.row(obligation, unit, year, window, null);
      rows.add(row.lasting(row.opens(), due, row.conditions()));
    }
  }

  private void inPeriods(JsonNode obligation, List<LocalDate> days, String kind) {
    var rule = obligation.path("rule");
    var term = kind.equals("TERM");
    var owed = 0;
    for (var period : term ? terms(rule, days) : begun(kind, days)) {
      var day = period.first();
      if (!ofItsMonths(rule, day) || !force.owed(obligation, period, term)) {
        continue;
      }
      owed++;
      if ((owed - 1) % rule.path("every").asInt(1) != 0 || force.takenOver(obligation, day)) {
        continue;
      }
      for (var unit : units.laidOn(obligation, day, obligation.path("none"))) {
        if (rule.path("kind").asText().equals("EACH_TIME")) {
          rows.add(windows.counted(obligation, unit, period));
          continue;
        }
        for (var window : NaiveWindows.of(rule, period, term)) {
          rows.add(windows.row(obligation, unit, period, window, null));
        }
      }
    }
  }

  private List<NaivePeriod> terms(JsonNode rule, List<LocalDate> days) {
    var ofLevel = terms.getOrDefault(rule.path("termOf").asText(), Map.of());
    return days.stream().filter(ofLevel::containsKey).map(ofLevel::get).toList();
  }

  private List<NaivePeriod> begun(String kind, List<LocalDate> days) {
    return periods.computeIfAbsent(
        kind,
        it ->
            days.stream()
                .filter(day -> NaivePeriod.beginsOn(kind, day))
                .map(day -> NaivePeriod.begun(kind, day))
                .toList());
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
