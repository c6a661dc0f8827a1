package duban.notification.message;

import static duban.notification.Year2027.at;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import duban.chassis.json.Json;
import duban.notification.Feed;
import duban.notification.RunningService;
import duban.notification.progress.Progress;
import duban.notification.stop.Stops;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The district of the shipped catalogue, with every unit a mailbox of its own, also those who may
 * not be told anything; and beside its duties of 2027 what staff would have entered by then: a few
 * of the kinds that need a date or an occasion.
 */
abstract class PlayedYear extends RunningService {

  /** The catalog's own test keeps it true. */
  private static final Path PUBLISHED =
      Path.of("../catalog-service/src/test/golden/year-2027.jsonl");

  private static final Map<String, String> TYPES =
      Map.of("duban.units", "duban.unit.v1", "duban.deadlines", "duban.deadline.v1");

  @Inject Grouping grouping;
  @Inject Delivery delivery;
  @Inject Stops stops;

  /** As published, by id. */
  final Map<String, JsonNode> deadlines = new HashMap<>();

  /** Their names by their codes. */
  final Map<String, String> units = new HashMap<>();

  void begin() throws IOException {
    var off = new TreeMap<String, String>();
    ByHand.DAYS_OFF.forEach(it -> off.put(it, "假日"));
    publish("duban.calendars", "duban.calendar.v1", calendar(off));
    for (var line : Files.readAllLines(PUBLISHED)) {
      var record = Json.contract().readTree(line);
      var topic = record.get("topic").asText();
      publish(topic, TYPES.get(topic), record.get("body"));
    }
    for (var duty : EnteredDuties.all()) {
      publish(
          "duban.deadlines",
          "duban.deadline.v1",
          Json.contract().<JsonNode>valueToTree(duty.deadline()));
    }
    feed.heartbeats();
    plan("2027-01-04T09:00:00");
  }

  /** The first version is that of other tests, which the service may still remember. */
  private static JsonNode calendar(Map<String, String> off) {
    return Json.contract()
        .valueToTree(
            Map.of("id", "2027", "version", 2, "year", 2027, "daysOff", off, "provisional", true));
  }

  private void publish(String topic, String type, JsonNode body) throws IOException {
    var id = body.get("id").asText();
    if (topic.equals("duban.deadlines")) {
      deadlines.put(id, body);
    } else if (topic.equals("duban.units")) {
      units.put(id, body.get("name").asText());
    }
    feed.raw(topic, id, type, Json.contract().writeValueAsBytes(body));
  }

  /** Day by day, whether anybody works on it or not; on Mondays also before sending begins. */
  void play(LocalDate from, LocalDate to) {
    from.datesUntil(to.plusDays(1))
        .forEach(
            day -> {
              if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
                comeRound(day + "T09:29:30");
              }
              comeRound(day + "T09:30:30");
            });
  }

  /** As if it had come round every few seconds since, for it never stopped. */
  private void comeRound(String moment) {
    var now = at(moment);
    QuarkusTransaction.requiringNew().run(() -> stops.end(now.minusSeconds(2)));
    grouping.round(now);
    while (delivery.round(now)) {
      // until the box is empty
    }
  }

  /** From that morning on status says this of what a unit owes by an obligation. */
  void progress(String day, String obligation, String unit, String state, int counted, int of) {
    var id =
        deadlines.values().stream()
            .filter(it -> it.get("obligationId").asText().equals(obligation))
            .filter(it -> it.get("unit").get("code").asText().equals(unit))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asText();
    feed.progress(id, LocalDate.parse(day).toEpochDay(), state, counted, of).read();
    plan(day + "T08:00:00");
  }

  /** The same of what is only counted in a period. */
  void counted(String day, String obligation, String unit, String period, int counted) {
    var id =
        deadlines.values().stream()
            .filter(it -> it.get("obligationId").asText().equals(obligation))
            .filter(it -> it.get("unit").get("code").asText().equals(unit))
            .filter(it -> it.get("period").asText().equals(period))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asText();
    counted(day, id, "IN_PROGRESS", counted);
  }

  void counted(String day, String id, String state, int counted) {
    var version = LocalDate.parse(day).toEpochDay();
    var progress = new Progress(id, version, state, counted, null, null);
    feed.raw("duban.progress", id, "duban.progress.v1", Feed.json(progress)).read();
    plan(day + "T08:00:00");
  }

  static void write(String file, List<String> lines) throws IOException {
    Files.write(Path.of("target").resolve(file), lines, StandardCharsets.UTF_8);
  }

  String title(String obligation) {
    return deadlines.values().stream()
        .filter(it -> it.get("obligationId").asText().equals(obligation))
        .map(it -> "“" + it.get("title").asText())
        .findFirst()
        .orElseThrow();
  }

  /** What is left to staff after the notices: letters and tasks. */
  List<String> afterTheNotices(String obligation, String unit) {
    return sql(
        "SELECT concat_ws(' ', step_on, channel, task, state, reason) FROM reminder"
            + " JOIN deadline_copy ON deadline_copy.id = deadline_id WHERE channel <> 'EMAIL'"
            + " AND body->>'obligationId' = '%s' AND reminder.unit = '%s' ORDER BY step_on"
                .formatted(obligation, unit));
  }

  /** Why a mail was sent or not, in the words of the service. */
  String why(String obligation, String unit, String step, String on) {
    var id =
        sql("SELECT reminder.id::text FROM reminder JOIN deadline_copy ON deadline_copy.id ="
                + " deadline_id WHERE channel = 'EMAIL' AND body->>'obligationId' = '%s' AND"
                    .formatted(obligation)
                + " reminder.unit = '%s' AND step = '%s' AND step_on = '%s'"
                    .formatted(unit, step, on))
            .get(0);
    return given()
        .get("/api/notification/reminders/" + id + "/explanation")
        .then()
        .statusCode(200)
        .extract()
        .path("sentence");
  }
}
