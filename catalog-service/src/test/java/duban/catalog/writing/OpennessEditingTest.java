package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.put;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.Contracts;
import duban.catalog.document.Hanging;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Other services learn from the measures what may be shown to anybody. */
@QuarkusTest
class OpennessEditingTest {
  private static final String META =
      "{\"title\": \"历届区委人大工作会议决定举措摘录\", \"owner\": \"CY\", \"openness\": \"%s\"}";

  @Inject AgroalDataSource database;
  @Inject Hanging hanging;

  @Test
  void aDocumentThatIsClosedTakesItsMeasuresAlong() {
    long sent = sent();
    put("documents/chaoyang?dryRun=true", META.formatted("INTERNAL")).then().statusCode(200);
    assertThat(told(sent)).isEmpty();
    put("documents/chaoyang", META.formatted("INTERNAL")).then().statusCode(200);
    List<JsonNode> closed = told(sent);
    long many =
        Caller.number(database, "SELECT count(*) FROM measure WHERE document_id = 'chaoyang'");
    assertThat(closed).hasSize((int) many).allMatch(it -> openness(it).equals("INTERNAL"));
    assertThat(closed).allMatch(it -> fits(it));
    JsonNode one = body(get("measures/chaoyang-2015-T2-1"));
    assertThat(closed).contains(one);

    long later = sent();
    put("documents/chaoyang", META.formatted("OPEN")).then().statusCode(200);
    assertThat(told(later)).hasSize((int) many).allMatch(it -> openness(it).equals("OPEN"));
    long last = sent();
    put("documents/chaoyang", META.formatted("OPEN")).then().statusCode(200);
    assertThat(told(last)).isEmpty();
  }

  @Test
  void whatAnEarlierReleasePublishedIsToldAgainWithHowOpenItIs() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "UPDATE measure SET body = body - 'openness' WHERE id = 'chaoyang-2015-T2-1'");
    }
    int before = body(get("measures/chaoyang-2015-T2-1")).path("version").asInt();
    long sent = sent();
    QuarkusTransaction.requiringNew().run(hanging::follow);
    assertThat(told(sent))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(openness(it)).isEqualTo("OPEN");
              assertThat(it.path("version").asInt()).isEqualTo(before + 1);
            });
  }

  private static String openness(JsonNode measure) {
    return measure.path("openness").asText();
  }

  private static boolean fits(JsonNode measure) {
    return Contracts.errors("measure", measure.toString().getBytes(StandardCharsets.UTF_8))
        .isEmpty();
  }

  private List<JsonNode> told(long sent) {
    return Caller.waiting(database, sent, "duban.measures");
  }

  private long sent() {
    return Caller.number(database, "SELECT coalesce(max(id), 0) FROM outbox");
  }
}
