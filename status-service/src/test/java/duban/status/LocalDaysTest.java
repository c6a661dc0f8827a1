package duban.status;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.LocalDays;
import duban.chassis.calendar.WorkingCalendar;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days off of a unit and of all below it. */
@QuarkusTest
class LocalDaysTest extends StatusTest {

  private final String town = "town-" + UUID.randomUUID();
  private final String office = "office-" + UUID.randomUUID();
  private final String elsewhere = "elsewhere-" + UUID.randomUUID();

  @BeforeEach
  @AfterEach
  void nowhereAreDaysOff() {
    daysOff(today().getYear(), List.of());
    daysOff(today().getYear() + 1, List.of());
  }

  @Test
  void a_light_counts_the_working_days_of_its_unit() throws Exception {
    unit(office, town);
    unit(town, "");
    String below = heard(owedBy(office));
    String other = heard(owedBy(elsewhere));
    light(below, "GREEN");
    light(other, "GREEN");
    Instant before = clock.now();
    offFor(town);
    light(below, "YELLOW");
    light(other, "GREEN");
    get("progress?unit=" + office).body("items.light", contains("YELLOW"));
    get("progress?light=YELLOW&unit=" + office).body("items.deadlineId", contains(below));
    get("progress?light=YELLOW&unit=" + elsewhere).body("items.size()", equalTo(0));
    get("progress/{id}?asOf={day}", below, today()).body("light", equalTo("YELLOW"));
    get("progress/{id}?knownAt={moment}", below, before).body("light", equalTo("GREEN"));
    post(event(below, "CHECKED")).statusCode(201).body("progress.light", equalTo("YELLOW"));
  }

  @Test
  void what_is_to_be_done_again_is_due_on_a_day_that_its_unit_works() throws Exception {
    unit(office, town);
    LocalDate month = today().plusMonths(1);
    LocalDate due = new WorkingCalendar(List.of()).onOrAfter(month);
    daysOff(due.getYear(), List.of(new LocalDays(town, Map.of(due, "乡庆"), Map.of())));
    Map<String, Object> owed = checkpoint("PLAN_HEARD", true);
    owed.put("unit", Map.of("id", office, "code", office, "name", office));
    String id = heard(owed);
    post(event(id, "PLAN_HEARD")).statusCode(201);
    Map<String, Object> rating = event(id, "RATED");
    rating.put("rating", "DISSATISFIED");
    post(rating).statusCode(201);
    get("progress/{id}", id)
        .body("effectiveDueOn", equalTo(new WorkingCalendar(List.of()).plus(due, 1).toString()));
  }

  private void light(String id, String light) {
    get("progress/{id}", id).statusCode(200).body("light", equalTo(light));
  }

  /** Green by two working days. */
  private Map<String, Object> owedBy(String unit) {
    Map<String, Object> owed = window();
    owed.put("unit", Map.of("id", unit, "code", unit, "name", unit));
    owed.put("dueOn", new WorkingCalendar(List.of()).plus(today(), 12).toString());
    return owed;
  }

  /** The next three working days. */
  private void offFor(String unit) {
    var days = new WorkingCalendar(List.of());
    Map<Integer, Map<LocalDate, String>> off = new TreeMap<>();
    for (int i = 1; i <= 3; i++) {
      LocalDate day = days.plus(today(), i);
      off.computeIfAbsent(day.getYear(), year -> new TreeMap<>()).put(day, "乡庆");
    }
    off.forEach((year, some) -> daysOff(year, List.of(new LocalDays(unit, some, Map.of()))));
  }

  private void daysOff(int year, List<LocalDays> local) {
    long version =
        1 + number("SELECT coalesce(max(version), 0) FROM snapshot WHERE key = '" + year + "'");
    CalendarYear calendar =
        CalendarYear.announced(year, Map.of(), Map.of()).at(version).with(local);
    caughtUp();
    sent("duban.calendars", String.valueOf(year), "duban.calendar.v1", version, json(calendar));
  }

  private void unit(String id, String superior) {
    Map<String, Object> unit = new HashMap<>();
    unit.putAll(Map.of("id", id, "version", 1, "code", id, "name", id, "relation", "DEPARTMENT"));
    if (!superior.isEmpty()) {
      unit.put("superior", Map.of("id", superior, "code", superior, "name", superior));
    }
    caughtUp();
    sent("duban.units", id, "duban.unit.v1", 1, json(unit));
  }

  private void sent(String topic, String key, String type, long version, String body) {
    send(topic, key, type, body.getBytes(StandardCharsets.UTF_8));
    roundsUntil(
        "SELECT count(*) FROM snapshot WHERE key = '" + key + "' AND version = " + version, 1);
  }
}
