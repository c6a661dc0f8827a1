package duban.catalog.naive;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.deadline.Engine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine's deadlines, read off what is published of them. */
final class EngineRows {
  private EngineRows() {}

  /** Sorted, of all periods that belong to the years. */
  static List<Row> of(JsonNode catalogue, int firstYear, int lastYear) {
    return of(new Engine(catalogue), firstYear, lastYear);
  }

  static List<Row> of(Engine engine, int firstYear, int lastYear) {
    return engine.deadlines(firstYear, lastYear).stream()
        .map(EngineRows::row)
        .filter(it -> it.within(firstYear, lastYear))
        .sorted()
        .toList();
  }

  private static Row row(JsonNode it) {
    var pace = new ArrayList<String>();
    it.path("pace")
        .forEach(by -> pace.add(by.path("count").asInt() + ":" + by.path("by").asText()));
    var conditions = new ArrayList<String>();
    it.path("conditions")
        .forEach(
            asked ->
                conditions.add(
                    NaiveConditions.words(asked)
                        + (asked.has("firstFrom")
                            ? " first from " + asked.path("firstFrom").asText()
                            : "")));
    return new Row(
        it.path("obligationId").asText(),
        it.path("unit").path("code").asText(),
        it.path("period").asText(),
        it.path("checkpoint").asText(""),
        it.path("occasionId").asText(""),
        it.path("id").asText(),
        LocalDate.parse(it.path("opensOn").asText()),
        LocalDate.parse(it.path("dueOn").asText()),
        date(it, "rolledFrom"),
        it.has("required") ? it.path("required").asInt() : null,
        List.copyOf(pace),
        List.copyOf(conditions),
        date(it, "latestStartOn"),
        date(it, "reportUntil"),
        date(it, "coDueOn"),
        it.has("order") ? it.path("order").asText() : null,
        it.path("tally").asBoolean(),
        it.path("provisional").asBoolean(),
        LocalDate.parse(it.path("periodFrom").asText()),
        LocalDate.parse(it.path("periodTo").asText()));
  }

  private static @Nullable LocalDate date(JsonNode deadline, String field) {
    return deadline.has(field) ? LocalDate.parse(deadline.path(field).asText()) : null;
  }
}
