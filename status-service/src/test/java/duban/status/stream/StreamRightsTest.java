package duban.status.stream;

import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.contract.Turned;
import duban.chassis.identity.Role;
import duban.chassis.rights.LoadedRights;
import duban.chassis.rights.Nearness;
import duban.chassis.rights.Rights;
import duban.chassis.rights.Row;
import duban.chassis.rights.Scopes;
import duban.chassis.tokens.Keys;
import duban.chassis.tokens.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a list does not show, the stream does not tell. */
@QuarkusTest
class StreamRightsTest extends ListeningTest {

  private static final String ONLY = "?event=IMPLEMENTATION";

  @Inject LoadedRights rights;
  @Inject Scopes scopes;

  private Rights open;

  @BeforeEach
  void takeTheTrueTable() {
    send(
        "duban.units",
        "CY",
        "duban.unit.v1",
        json(Map.of("id", "CY", "version", 1, "code", "CY", "name", "CY", "kind", "AREA"))
            .getBytes(StandardCharsets.UTF_8));
    roundsUntil("SELECT count(*) FROM unit WHERE id = 'CY'", 1);
    scopes.forget();
    open = rights.table();
    rights.use(Rights.shipped());
  }

  @AfterEach
  void putItBack() {
    rights.use(open);
  }

  private Ear listenAs(String token) throws Exception {
    int before = listeners.count();
    Ear ear = new Ear(address.getPort(), "", null, token, true);
    ears.add(ear);
    soon(() -> listeners.count() > before);
    return ear;
  }

  private String happened(String unit, String supervisor) {
    return happened(unit, supervisor, "measure-" + UUID.randomUUID());
  }

  /** What happens by one measure is heard in the order in which it happened. */
  private String happened(String unit, String supervisor, String measure) {
    Map<String, Object> owed = window();
    owed.put("measureId", measure);
    owed.put("unit", Map.of("id", unit, "code", unit, "name", unit));
    owed.put("supervisor", Map.of("id", supervisor, "code", supervisor, "name", supervisor));
    String id = heard(owed);
    rights.use(open);
    post(event(id, "CHECKED")).statusCode(201);
    rights.use(Rights.shipped());
    return id;
  }

  private static String told(Ear ear) {
    return ear.heard().stream().map(Ear.Heard::data).collect(Collectors.joining("\n"));
  }

  @Test
  void everyOneHearsWhatConcernsHimAndNothingElse() throws Exception {
    Ear reporter = listenAs(Tokens.of("reporter:CY", "S-MINE"));
    Ear supervisor = listenAs(Tokens.of("supervisor:CY", "S-OFFICE"));
    Ear leader = listenAs(Tokens.of("leader:CY", "S-LEADER"));
    String mine = happened("S-MINE", "S-OTHER");
    String supervised = happened("S-THEIRS", "S-OFFICE");
    String foreign = happened("S-THEIRS", "S-OTHER");
    String last = happened("S-MINE", "S-OFFICE");
    until(
        () ->
            List.of(reporter, supervisor, leader).stream().allMatch(it -> told(it).contains(last)));
    assertThat(told(reporter)).contains(mine).doesNotContain(supervised, foreign);
    assertThat(told(supervisor)).contains(supervised).doesNotContain(mine, foreign);
    assertThat(told(leader)).contains(mine, supervised, foreign);
  }

  private void unit(String code, String superior, int version) {
    Map<String, Object> above = Map.of("id", superior, "code", superior, "name", superior);
    send(
        "duban.units",
        code,
        "duban.unit.v1",
        json(Map.of(
                "id",
                code,
                "version",
                version,
                "code",
                code,
                "name",
                code,
                "kind",
                "BODY",
                "superior",
                above))
            .getBytes(StandardCharsets.UTF_8));
    roundsUntil("SELECT count(*) FROM unit WHERE id = '" + code + "' AND version = " + version, 1);
    scopes.forget();
  }

  @Test
  void aUnitThatMovesIsHeardInItsNewPlaceAndNoMoreInTheOld() throws Exception {
    unit("S-DISTRICT", "CY", 1);
    unit("S-STAYS", "S-DISTRICT", 1);
    unit("S-MOVES", "S-DISTRICT", 1);
    Ear district = listenAs(Tokens.of("leader:S-DISTRICT", "S-LEADER"));
    Ear whole = listenAs(Tokens.of("leader:CY", "S-LEADER"));
    String before = happened("S-MOVES", "S-OTHER");
    until(() -> told(district).contains(before));
    unit("S-MOVES", "CY", 2);
    until(
        () -> {
          String moved = happened("S-MOVES", "S-OTHER");
          until(() -> told(whole).contains(moved));
          String stayed = happened("S-STAYS", "S-OTHER");
          until(() -> told(district).contains(stayed));
          return !told(district).contains(moved);
        });
    unit("S-MOVES", "S-DISTRICT", 3);
    until(
        () -> {
          String back = happened("S-MOVES", "S-OTHER");
          String stayed = happened("S-STAYS", "S-OTHER");
          until(() -> told(district).contains(stayed));
          return told(district).contains(back);
        });
  }

  /** What happened is heard again by each table; of all that, everybody hears the last. */
  @Test
  void aCellThatIsTurnedIsHeard() throws Exception {
    unit("S-LAST", "CY", 1);
    String measure = "measure-" + UUID.randomUUID();
    Ear first = listenAs(Tokens.of("leader:CY", "S-LEADER"));
    String earlier = happened("S-THEIRS", "S-OTHER", measure);
    until(() -> told(first).contains(earlier));
    String from = first.lastId();
    hangUp();
    Map<Nearness, String> deadlines =
        Map.of(
            Nearness.OWN, happened("S-MINE", "S-OTHER", measure),
            Nearness.SUPERVISED, happened("S-THEIRS", "S-MINE", measure),
            Nearness.FOREIGN, happened("S-THEIRS", "S-OTHER", measure));
    String last = happened("S-LAST", "S-OTHER", measure);
    Row row = rights.table().of("GET events/stream");
    for (Role role : Role.values()) {
      String other = role == Role.LEADER ? "reader:S-LAST" : "leader:S-LAST";
      String token = Tokens.of(List.of(role.text() + ":CY", other), List.of("S-MINE"));
      String asItIs = toldAgain(token, row, from, last);
      for (Nearness near : Nearness.values()) {
        String cell = role + " " + near;
        boolean may = row.of(role).near().contains(near);
        String turned = toldAgain(token, Turned.row(row, role, near), from, last);
        assertThat(asItIs.contains(deadlines.get(near))).as(cell).isEqualTo(may);
        assertThat(turned.contains(deadlines.get(near))).as(cell).isEqualTo(!may);
      }
    }
    Ear refused = new Ear(address.getPort(), ONLY, from, null, true);
    until(() -> refused.head().contains(" 401 "));
    refused.close();
    String foreign = deadlines.get(Nearness.FOREIGN);
    toldAgain(null, Turned.row(row, null, Nearness.FOREIGN), from, foreign);
  }

  /** All up to the last, by a table that has this row. */
  private String toldAgain(@Nullable String token, Row row, String from, String last)
      throws Exception {
    rights.use(Rights.shipped().with(row));
    Ear ear = new Ear(address.getPort(), ONLY, from, token, true);
    ears.add(ear);
    until(() -> told(ear).contains(last));
    hangUp();
    rights.use(Rights.shipped());
    return told(ear);
  }

  private void hangUp() throws Exception {
    nobodyListensAnyMore();
    ears.clear();
  }

  @Test
  void aStreamEndsWithItsToken() throws Exception {
    var claims = Tokens.claims(List.of("leader:CY"), List.of("S-LEADER"));
    claims.setExpirationTime(Tokens.in(Duration.ofSeconds(3)));
    listenAs(Tokens.sign(claims, Keys.present()));
    until(() -> listeners.count() == 0);
  }
}
