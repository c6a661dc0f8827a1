package duban.status.rights;

import static duban.status.rights.Matters.MINE;
import static duban.status.rights.Matters.OTHER;
import static duban.status.rights.Matters.THEIRS;
import static io.restassured.RestAssured.given;

import duban.chassis.contract.CommonCases;
import duban.chassis.rights.LoadedRights;
import duban.chassis.rights.Nearness;
import duban.chassis.rights.Rights;
import duban.chassis.rights.Scopes;
import duban.chassis.tokens.Tokens;
import duban.status.StatusTest;
import duban.status.opening.Opening;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Deadlines of all kinds, and the table of rights as it is shipped. */
abstract class TrueTable extends StatusTest {

  static final String REPORTER = Tokens.of("reporter:CY", MINE);
  static final String SUPERVISOR = Tokens.of("supervisor:CY", MINE);
  static final String LEADER = Tokens.of("leader:CY", "R-LEADER");

  private static final List<String> IN_ORDER =
      List.of(
          "SIGNED_FOR",
          "PLAN_HEARD",
          "PROGRESS_REPORTED",
          "CHECKED",
          "REVIEWED_AT_MEETING",
          "COUNTED",
          "EVIDENCE_ADDED",
          "COMPLETION_CLAIMED",
          "REWORK_ORDERED",
          "COMPLETION_CLAIMED",
          "ACCEPTED",
          "RATED",
          "VOIDED");

  /** Of other kinds of duties. */
  private static final List<String> CHECKED = List.of("VERIFIED");

  private static final List<String> EXCUSED = List.of("EXPLAINED", "EXPLANATION_ACCEPTED");

  @Inject Opening opening;
  @Inject LoadedRights rights;
  @Inject Scopes scopes;

  static Matters matters;

  Rights open;

  static String text(Object body) {
    return json(body);
  }

  @BeforeEach
  void makeMatters() {
    if (matters == null) {
      matters = made();
    }
    open = rights.table();
    rights.use(Rights.shipped());
  }

  @AfterEach
  void putTheTableBack() {
    rights.use(open);
  }

  private Matters made() {
    unit("CY", "AREA", null, null);
    unit(MINE, "BODY", "CY", "PEER");
    unit(THEIRS, "DEPARTMENT", "CY", "DEPARTMENT");
    unit(OTHER, "DEPARTMENT", "CY", "PARTY");
    scopes.forget();
    var deadlines = new EnumMap<Nearness, String>(Nearness.class);
    var events = new EnumMap<Nearness, String>(Nearness.class);
    var measures = new EnumMap<Nearness, String>(Nearness.class);
    for (var near : Nearness.values()) {
      var owed = matter(near);
      measures.put(near, String.valueOf(owed.get("measureId")));
      deadlines.put(near, heard(owed));
      var event = counted(deadlines.get(near), "laws", 1);
      events.put(near, String.valueOf(event.get("id")));
      post(event).statusCode(201);
    }
    var recorded = new EnumMap<Nearness, Map<String, Map<String, Object>>>(Nearness.class);
    for (var near : Nearness.values()) {
      recorded.put(near, recorded(near));
    }
    var receipts = new EnumMap<Nearness, Map<String, Object>>(Nearness.class);
    for (var near : Nearness.values()) {
      receipts.put(near, receipt(near));
    }
    return new Matters(
        deadlines, events, measures, recorded, receipts, new CommonCases(database, MINE));
  }

  /** Of a list with one deadline. */
  private Map<String, Object> receipt(Nearness near) {
    var whose = whose(near);
    var list =
        yearlyList(Map.copyOf(ref(near == Nearness.OWN ? MINE : THEIRS)), heard(matter(near)));
    list.put("sentBy", whose.get("supervisor"));
    Map<String, Object> receipt = receipt(heardList(list));
    post("receipts", receipt).statusCode(201);
    return receipt;
  }

  static Map<String, Object> receipt(String list) {
    return Map.of("id", UUID.randomUUID().toString(), "list", list);
  }

  /** Everything that can be recorded, each where the state allows it, by who may do all. */
  private Map<String, Map<String, Object>> recorded(Nearness near) {
    var recorded = new HashMap<String, Map<String, Object>>();
    var owed = matter(near);
    owed.put("rated", true);
    record(IN_ORDER, owed, recorded);
    var standing = standing();
    standing.putAll(whose(near));
    record(CHECKED, standing, recorded);
    var missed = missed();
    missed.putAll(whose(near));
    record(EXCUSED, missed, recorded);
    return recorded;
  }

  private void record(
      List<String> types, Map<String, Object> owed, Map<String, Map<String, Object>> recorded) {
    var id = heard(owed);
    while (opening.round()) {
      // until it is assigned
    }
    for (var type : types) {
      var event =
          switch (type) {
            case "COUNTED" -> counted(id, "laws", 1);
            case "COMPLETION_CLAIMED" -> claim(id);
            case "VERIFIED" -> verified(id, "MET");
            case "EXPLAINED" -> explained(id);
            default -> event(id, type);
          };
      switch (type) {
        case "EVIDENCE_ADDED" -> event.put("evidence", Map.of("kind", "TEXT", "text", "报告"));
        case "REWORK_ORDERED" -> {
          event.put("reason", "不全");
          event.put("reworkDueOn", today().toString());
        }
        case "RATED" -> event.put("rating", "SATISFIED");
        case "VOIDED" -> event.put("voids", recorded.get("PROGRESS_REPORTED").get("id"));
        default -> {
          // needs nothing more
        }
      }
      post(event).statusCode(201);
      recorded.put(type, event);
    }
  }

  /** One of which nothing is recorded yet. */
  final String fresh(Nearness near) {
    rights.use(open);
    var id = heard(matter(near));
    rights.use(Rights.shipped());
    return id;
  }

  final Map<String, Object> matter(Nearness near) {
    var owed = window();
    owed.putAll(whose(near));
    return owed;
  }

  static Map<String, Object> whose(Nearness near) {
    return whose(near == Nearness.OWN ? MINE : THEIRS, near == Nearness.SUPERVISED ? MINE : OTHER);
  }

  /** The addressee, who rates it, is the unit itself. */
  final Map<String, Object> matter(String unit, String supervisor) {
    var owed = window();
    owed.putAll(whose(unit, supervisor));
    return owed;
  }

  private static Map<String, Object> whose(String unit, String supervisor) {
    return Map.of("unit", ref(unit), "addressee", ref(unit), "supervisor", ref(supervisor));
  }

  static Map<String, String> ref(String code) {
    return Map.of("id", code, "code", code, "name", code);
  }

  final void unit(String code, String kind, String superior, String relation) {
    var unit = new HashMap<String, Object>();
    unit.put("id", code);
    unit.put("version", 1);
    unit.put("code", code);
    unit.put("name", code);
    unit.put("kind", kind);
    unit.put("members", List.of());
    if (superior != null) {
      unit.put("superior", ref(superior));
    }
    if (relation != null) {
      unit.put("relation", relation);
    }
    send("duban.units", code, "duban.unit.v1", json(unit).getBytes(StandardCharsets.UTF_8));
    roundsUntil("SELECT count(*) FROM unit WHERE id = '" + code + "'", 1);
  }

  static RequestSpecification by(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  static ValidatableResponse record(String token, Map<String, Object> event) {
    return by(token)
        .contentType(ContentType.JSON)
        .body(json(event))
        .post("/api/status/events")
        .then();
  }
}
