package duban.catalog.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From the printed days of a window to the row of a deadline. */
final class NaiveWindows {
  private final JsonNode catalogue;
  private final NaiveUnits units;
  private final NaiveConditions conditions;
  private final UUID namespace;
  private final Map<String, NaiveDays> days = new HashMap<>();

  NaiveWindows(JsonNode catalogue, NaiveUnits units, UUID namespace) {
    this.catalogue = catalogue;
    this.units = units;
    this.conditions = new NaiveConditions(catalogue);
    this.namespace = namespace;
  }

  /** Printed days, not rolled yet. */
  record Window(String checkpoint, LocalDate opens, LocalDate due) {}

  /**
   * What makes the deadline.
   *
   * @param coDue when its co-handlers are due
   * @param order whether what must come first came first
   */
  record Cause(String occasion, @Nullable LocalDate coDue, @Nullable String order) {}

  static List<Window> of(JsonNode rule, NaivePeriod period, boolean term) {
    var windows = new ArrayList<Window>();
    switch (rule.path("kind").asText()) {
      case "STANDING" -> windows.add(review(rule, period, term));
      case "CHECKPOINTS" ->
          rule.path("checkpoints")
              .forEach(it -> windows.add(window(it.path("name").asText(), it, period)));
      default -> windows.add(window("", rule, period));
    }
    return windows;
  }

  private static Window window(String name, JsonNode written, NaivePeriod period) {
    var opens = written.path("opens");
    var due = written.path("due");
    return new Window(
        name,
        opens.isTextual() ? period.day(opens.asText()) : period.first(),
        due.isTextual() ? period.day(due.asText()) : period.last());
  }

  private static Window review(JsonNode rule, NaivePeriod period, boolean term) {
    var written = rule.path("reviewDue").asText("--11-15");
    var due = NaivePeriod.yearly(written, period.last().getYear());
    if (term) {
      for (var year = period.last().getYear(); !period.holds(due); year--) {
        if (year < period.first().getYear()) {
          due = period.last();
        } else {
          due = NaivePeriod.yearly(written, year);
        }
      }
    }
    var october = LocalDate.of(due.getYear(), 10, 20);
    var opens = due.isBefore(october) ? LocalDate.of(due.getYear(), 1, 1) : october;
    return new Window("", opens.isBefore(period.first()) ? period.first() : opens, due);
  }

  /** Whoever owes it now works on the days of its own place. */
  NaiveDays days(NaiveUnits.Laid unit) {
    return days.computeIfAbsent(
        String.valueOf(units.now(unit.owing())),
        code -> NaiveDays.of(catalogue, units.above(code)));
  }

  static LocalDate rolled(LocalDate printed, JsonNode rule, NaiveDays days) {
    var eachTime = rule.path("kind").asText().equals("EACH_TIME");
    var before = rule.path("timing").asText().equals("BEFORE");
    return days.rolled(
        printed, rule.path("roll").asText(eachTime && !before ? "NEXT" : "PREVIOUS"));
  }

  Row row(
      JsonNode obligation,
      NaiveUnits.Laid unit,
      NaivePeriod period,
      Window window,
      @Nullable Cause cause) {
    var rule = obligation.path("rule");
    var kind = rule.path("kind").asText();
    var days = days(unit);
    var due = rolled(window.due(), rule, days);
    var opens = days.anyWorking(window.opens(), window.due()) ? window.opens() : due;
    var occasion = cause == null ? "" : cause.occasion();
    var loose = kind.equals("ONE_OFF") || kind.equals("EACH_TIME");
    var name =
        String.join(
            "|",
            obligation.path("id").asText(),
            unit.on(),
            loose ? "" : period.label(),
            window.checkpoint(),
            occasion);
    return new Row(
        obligation.path("id").asText(),
        String.valueOf(units.now(unit.owing())),
        period.label(),
        window.checkpoint(),
        occasion,
        NaiveId.of(namespace, name),
        opens.isAfter(due) ? due : opens,
        due,
        due.equals(window.due()) ? null : window.due(),
        unit.numbers() && required(rule) != null ? Integer.valueOf(1) : required(rule),
        unit.numbers() ? List.of() : pace(rule, period, days),
        asked(rule, unit, period.first(), period.last()),
        kind.equals("QUOTA") && rule.has("lead")
            ? days.stepped(due, -NaiveSpan.of(rule.path("lead").asText()).days())
            : null,
        rule.has("reportWithin")
            ? NaiveSpan.of(rule.path("reportWithin").asText()).from(due)
            : null,
        cause == null ? null : cause.coDue(),
        cause == null ? null : cause.order(),
        false,
        days.provisional(due) || days.provisional(window.due()),
        period.first(),
        period.last());
  }

  /** From the first day of the half-year to its last, whatever days are off; nothing is due. */
  Row counted(JsonNode obligation, NaiveUnits.Laid unit, NaivePeriod period) {
    var name = String.join("|", obligation.path("id").asText(), unit.on(), period.label(), "", "");
    return new Row(
        obligation.path("id").asText(),
        String.valueOf(units.now(unit.owing())),
        period.label(),
        "",
        "",
        NaiveId.of(namespace, name),
        period.first(),
        period.last(),
        null,
        null,
        List.of(),
        asked(obligation.path("rule"), unit, period.first(), period.last()),
        null,
        null,
        null,
        null,
        true,
        false,
        period.first(),
        period.last());
  }

  private static @Nullable Integer required(JsonNode rule) {
    return switch (rule.path("kind").asText()) {
      case "QUOTA", "WINDOW" -> rule.path("times").asInt();
      case "EACH_TIME" -> rule.path("timing").asText().equals("NOT_BEFORE") ? null : 1;
      default -> null;
    };
  }

  List<String> asked(JsonNode rule, NaiveUnits.Laid unit, LocalDate first, LocalDate last) {
    return unit.numbers() ? NaiveConditions.TWO_NUMBERS : conditions.between(first, last, rule);
  }

  private static List<String> pace(JsonNode rule, NaivePeriod period, NaiveDays days) {
    var pace = new ArrayList<String>();
    for (var it : rule.path("pace")) {
      var by = days.rolled(period.day(it.path("by").asText()), "PREVIOUS");
      pace.add(it.path("count").asInt() + ":" + by);
    }
    return List.copyOf(pace);
  }
}
