package duban.catalog.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The deadlines that occasions make. */
final class NaiveOccasions {
  private final JsonNode catalogue;
  private final Map<LocalDate, List<JsonNode>> byDay = new HashMap<>();
  private final Map<String, JsonNode> byId = new HashMap<>();
  private final NaiveForce force;
  private final NaiveUnits units;
  private final NaiveWindows windows;

  NaiveOccasions(JsonNode catalogue, NaiveForce force, NaiveUnits units, NaiveWindows windows) {
    this.catalogue = catalogue;
    for (var it : catalogue.path("occasions")) {
      byDay.computeIfAbsent(day(it), day -> new ArrayList<>()).add(it);
      byId.put(it.path("id").asText(), it);
    }
    this.force = force;
    this.units = units;
    this.windows = windows;
  }

  /** Its date; while it has none, the first day of its year stands for it. */
  static LocalDate day(JsonNode occasion) {
    return occasion.hasNonNull("date")
        ? LocalDate.parse(occasion.path("date").asText())
        : LocalDate.of(occasion.path("year").asInt(), 1, 1);
  }

  List<Row> on(JsonNode obligation, LocalDate day) {
    var rows = new ArrayList<Row>();
    for (var occasion : byDay.getOrDefault(day, List.of())) {
      if (counts(obligation.path("rule"), occasion)
          && force.holds(obligation, day)
          && !force.takenOver(obligation, day)) {
        for (var unit : units.laidOn(obligation, day, occasion)) {
          if (ofIts(obligation.path("rule"), unit, occasion)) {
            add(rows, obligation, unit, occasion, day);
          }
        }
      }
    }
    return rows;
  }

  private boolean counts(JsonNode rule, JsonNode occasion) {
    if (!occasion.path("type").asText().equals(rule.path("occasion").asText())
        || occasion.path("cancelled").asBoolean()
        || !makesDeadlines(occasion.path("type").asText())) {
      return false;
    }
    var when = rule.path("when");
    if (!when.hasNonNull("attribute")) {
      return true;
    }
    if (!occasion.path("attributes").has(when.path("attribute").asText())
        && !occasion.hasNonNull("date")) {
      return true;
    }
    return same(occasion.path("attributes").path(when.path("attribute").asText()), when.path("is"));
  }

  /** Of a type that is known, and of which no single one is of interest. */
  boolean onlyCounted(String type) {
    for (var it : catalogue.path("occasionTypes")) {
      if (it.path("id").asText().equals(type)) {
        return !it.path("makesDeadlines").asBoolean();
      }
    }
    return false;
  }

  private boolean makesDeadlines(String type) {
    for (var it : catalogue.path("occasionTypes")) {
      if (it.path("id").asText().equals(type)) {
        return it.path("makesDeadlines").asBoolean();
      }
    }
    return false;
  }

  private static boolean same(JsonNode recorded, JsonNode asked) {
    return recorded.isNumber() && asked.isNumber()
        ? recorded.decimalValue().compareTo(asked.decimalValue()) == 0
        : recorded.equals(asked);
  }

  /** Of the unit that the rule means or of its successor, or of their place; or everybody's. */
  private boolean ofIts(JsonNode rule, NaiveUnits.Laid laid, JsonNode occasion) {
    if (!rule.path("occasionOf").asText().equals("SAME_UNIT") || !occasion.hasNonNull("unit")) {
      return true;
    }
    var of = occasion.path("unit").asText();
    return units.samePlace(laid.on(), of) || units.samePlace(laid.owing(), of);
  }

  private void add(
      List<Row> rows, JsonNode obligation, NaiveUnits.Laid unit, JsonNode occasion, LocalDate day) {
    var rule = obligation.path("rule");
    var dated = occasion.hasNonNull("date");
    var days = windows.days(unit);
    var due = dated ? due(rule, day, days) : fallback(rule, day.getYear());
    if (due == null) {
      return;
    }
    var after = dated && rule.path("timing").asText().equals("AFTER");
    var opens = after ? day : LocalDate.parse(occasion.path("enteredOn").asText());
    var coDue =
        dated && rule.hasNonNull("coDue")
            ? NaiveWindows.rolled(NaiveSpan.of(rule.path("coDue").asText()).from(day), rule, days)
            : null;
    var year = NaivePeriod.begun("YEAR", day.withDayOfYear(1));
    var row =
        windows.row(
            obligation,
            unit,
            year,
            new NaiveWindows.Window("", opens, due),
            new NaiveWindows.Cause(occasion.path("id").asText(), coDue, order(rule, occasion)));
    var first = after ? day : LocalDate.of(day.getYear() - 1, 1, 1);
    var last = row.due().isAfter(day) ? row.due() : day;
    rows.add(row.lasting(first, last, windows.asked(rule, unit, first, last)));
  }

  /** Whether the occasion that it follows is of the type that must come first, and came first. */
  private @Nullable String order(JsonNode rule, JsonNode occasion) {
    if (!rule.hasNonNull("requires")) {
      return null;
    }
    var first = byId.get(occasion.path("follows").asText());
    if (first == null
        || !first.path("type").asText().equals(rule.path("requires").asText())
        || first.path("cancelled").asBoolean()
        || !first.hasNonNull("date")) {
      return "MISSING";
    }
    // What has no date yet lies behind all that has one.
    return occasion.hasNonNull("date") && day(first).isAfter(day(occasion)) ? "WRONG" : "KEPT";
  }

  private static LocalDate due(JsonNode rule, LocalDate day, NaiveDays days) {
    var offset = rule.path("offset");
    return switch (rule.path("timing").asText()) {
      case "BEFORE" -> offset.isTextual() ? offset(rule, day, days) : day.minusDays(1);
      case "AFTER" -> offset.isTextual() ? offset(rule, day, days) : day;
      default -> day;
    };
  }

  private static LocalDate offset(JsonNode rule, LocalDate day, NaiveDays days) {
    var span = NaiveSpan.of(rule.path("offset").asText());
    if (!rule.path("count").asText().equals("WORKING_DAYS")) {
      return span.from(day);
    }
    return days.stepped(
        day.plusMonths((long) span.sign() * span.months()), span.sign() * span.days());
  }

  private static @Nullable LocalDate fallback(JsonNode rule, int year) {
    if (!rule.hasNonNull("fallbackDue")) {
      return null;
    }
    var before = rule.path("timing").asText().equals("BEFORE");
    return NaivePeriod.yearly(rule.path("fallbackDue").asText(), before ? year - 1 : year);
  }
}
