package duban.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.chassis.backbone.Backbone;
import duban.chassis.backbone.TestTopics;
import duban.chassis.clock.BusinessClock;
import duban.chassis.inbox.Inbox;
import duban.chassis.json.Json;
import duban.chassis.outbox.Relay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the tests of the running service share: deadlines from Kafka, events over HTTP. */
@QuarkusTestResource(
    value = Backbone.class,
    initArgs = @ResourceArg(name = "service", value = "status"))
public abstract class StatusTest {

  @Inject protected Inbox inbox;
  @Inject protected Relay relay;
  @Inject protected BusinessClock clock;
  @Inject protected AgroalDataSource database;

  protected LocalDate today() {
    return clock.today();
  }

  /** A report of which one is owed, in a window that has opened and is not over; ids are new. */
  protected Map<String, Object> window() {
    LocalDate today = today();
    Map<String, Object> owed = new HashMap<>();
    owed.put("id", UUID.randomUUID().toString());
    owed.put("version", 1);
    owed.put("status", "ACTIVE");
    owed.put("measureId", "measure-" + UUID.randomUUID());
    owed.put("obligationId", "o-039");
    owed.put("title", "报送法律法规贯彻实施情况");
    owed.put("kind", "WINDOW");
    owed.put("strength", "MUST");
    owed.put("unit", Map.of("id", "QZF-BM-01", "code", "QZF-BM-01", "name", "区财政局"));
    owed.put("period", "2027");
    owed.put("periodFrom", today.minusDays(300).toString());
    owed.put("periodTo", today.plusDays(60).toString());
    owed.put("opensOn", today.minusDays(30).toString());
    owed.put("dueOn", today.plusDays(40).toString());
    owed.put("required", 1);
    owed.put("conditions", List.of(Map.of("attribute", "laws", "atLeast", 1, "atMost", 2)));
    return owed;
  }

  protected Map<String, Object> quota() {
    Map<String, Object> owed = window();
    owed.put("kind", "QUOTA");
    owed.put("required", 2);
    owed.put("periodTo", today().minusDays(10).toString());
    owed.put("conditions", List.of(Map.of("attribute", "days", "atLeast", 1)));
    return owed;
  }

  protected Map<String, Object> checkpoint(String completes, boolean rated) {
    Map<String, Object> owed = window();
    owed.put("kind", "CHECKPOINTS");
    owed.remove("required");
    owed.put("conditions", List.of());
    owed.put("completes", completes);
    owed.put("rated", rated);
    owed.put("checkpoint", "年初交办听方案");
    return owed;
  }

  /** Whether each committee has four people, looked at once a year. */
  protected Map<String, Object> standing() {
    Map<String, Object> owed = window();
    owed.put("kind", "STANDING");
    owed.remove("required");
    owed.put("completes", "VERIFIED");
    owed.put("conditions", List.of(Map.of("attribute", "staff", "atLeast", 4)));
    return owed;
  }

  /** A quota that is overdue, and not to be made up. */
  protected Map<String, Object> missed() {
    Map<String, Object> owed = quota();
    owed.put("dueOn", today().minusDays(10).toString());
    owed.put("afterDue", "EXPLAIN");
    return owed;
  }

  protected Map<String, Object> verified(String deadlineId, String outcome) {
    Map<String, Object> event = event(deadlineId, "VERIFIED");
    event.put("outcome", outcome);
    return event;
  }

  protected Map<String, Object> explained(String deadlineId) {
    Map<String, Object> event = event(deadlineId, "EXPLAINED");
    event.put("reason", "会议因换届推迟");
    return event;
  }

  /** Comes in from Kafka. Answers its id. */
  protected String heard(Map<String, Object> owed) {
    String id = String.valueOf(owed.get("id"));
    if (!inbox.caughtUp()) { // a round that finds nothing waits for a while
      caughtUp();
    }
    send("duban.deadlines", id, "duban.deadline.v1", json(owed).getBytes(StandardCharsets.UTF_8));
    long version = ((Number) owed.get("version")).longValue();
    roundsUntil(
        "SELECT count(*) FROM snapshot WHERE key = '" + id + "' AND version = " + version, 1);
    return id;
  }

  protected void send(String topic, String key, String type, byte[] body) {
    makeTopics();
    TestTopics.produce(topic, key, type, UUID.randomUUID().toString(), body);
  }

  private static void makeTopics() {
    TestTopics.make(
        "duban.units",
        "duban.deadlines",
        "duban.calendars",
        "duban.measures",
        "duban.yearly-lists");
  }

  /** A yearly list of the unit that owes the deadlines, sent today; its id is new. */
  protected Map<String, Object> yearlyList(Map<String, Object> unit, String... deadlines) {
    var dates =
        Arrays.stream(deadlines)
            .map(it -> Map.of("deadlineId", it, "dueOn", today().toString(), "provisional", false))
            .toList();
    Map<String, Object> list = new HashMap<>();
    list.put("id", UUID.randomUUID().toString());
    list.put("version", 1);
    list.put("year", today().getYear() + 1);
    list.put("unit", unit);
    list.put("sentOn", today().toString());
    list.put("items", List.of(Map.of("number", 1, "dates", dates)));
    return list;
  }

  /** Comes in from Kafka. Answers its id. */
  protected String heardList(Map<String, Object> list) {
    String id = String.valueOf(list.get("id"));
    byte[] body = json(list).getBytes(StandardCharsets.UTF_8);
    send("duban.yearly-lists", id, "duban.yearly-list.v1", body);
    roundsUntil("SELECT count(*) FROM yearly_list WHERE id = '" + id + "'", 1);
    return id;
  }

  /** Reads everything that lies in the topics: before that nothing is told of what is heard. */
  protected void caughtUp() {
    makeTopics();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              inbox.round();
              return inbox.caughtUp();
            });
  }

  /** Reads from Kafka until the query counts so many. */
  protected void roundsUntil(String sql, long count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              inbox.round();
              return number(sql) >= count;
            });
  }

  protected void relayed() throws Exception {
    while (relay.round()) {
      // until nothing is left
    }
    assertThat(number("SELECT count(*) FROM outbox")).isZero();
  }

  protected Map<String, Object> event(String deadlineId, String type) {
    Map<String, Object> event = new HashMap<>();
    event.put("id", UUID.randomUUID().toString());
    event.put("deadlineId", deadlineId);
    event.put("type", type);
    event.put("effectiveOn", today().toString());
    return event;
  }

  protected Map<String, Object> counted(String deadlineId, String attribute, int value) {
    Map<String, Object> event = event(deadlineId, "COUNTED");
    event.put("attributes", Map.of(attribute, value));
    return event;
  }

  protected Map<String, Object> claim(String deadlineId) {
    Map<String, Object> event = event(deadlineId, "COMPLETION_CLAIMED");
    event.put("signedOffBy", "张三");
    event.put("evidence", Map.of("kind", "TEXT", "text", "报告已加盖公章"));
    return event;
  }

  protected ValidatableResponse post(Object body) {
    return post("events", body);
  }

  protected ValidatableResponse post(String path, Object body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body instanceof String text ? text : json(body))
        .post("/api/status/" + path)
        .then();
  }

  protected ValidatableResponse get(String path, Object... parameters) {
    Object[] texts = Arrays.stream(parameters).map(String::valueOf).toArray();
    return given().get("/api/status/" + path, texts).then();
  }

  protected static String json(Object body) {
    try {
      return Json.contract().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  protected long number(String sql) {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  protected String text(String sql) {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything that recording writes, in one text: equal before and after a refusal. */
  protected String stored() {
    return text(
        "SELECT (SELECT count(*) FROM event) || ' ' || (SELECT count(*) FROM event_private) || ' '"
            + " || (SELECT count(*) FROM outbox) || ' ' || (SELECT coalesce(string_agg(p::text, ';'"
            + " ORDER BY deadline_id), '') FROM progress p) || (SELECT coalesce(string_agg(c::text,"
            + " ';' ORDER BY measure_id), '') FROM chain_head c)");
  }

  /** A connection of the role that owns the tables. */
  protected static Connection owner() throws SQLException {
    var config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        config.getValue("quarkus.flyway.username", String.class),
        config.getValue("quarkus.flyway.password", String.class));
  }
}
