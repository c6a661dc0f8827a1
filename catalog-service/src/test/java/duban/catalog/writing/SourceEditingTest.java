package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import duban.catalog.snapshot.Sha256;
import duban.chassis.outbox.Relay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents, what they print, and what is taken from them; terms. */
@QuarkusTest
class SourceEditingTest {
  private static final List<String> TEXT =
      List.of(
          "提高区人大常委会工作质量和实效",
          "\u00a0",
          "第四次人大工作会议(2021年)",
          "1. 每年至少召开两次会议。\u00a0",
          "",
          "2、“一府两院” 𠮷野家 e\u0301 é \t ㊙ 👨‍👩‍👧 — 保守国家秘密");

  @Inject AgroalDataSource database;
  @Inject Relay relay;

  @Test
  void aTextComesBackByteForByteAndOnlyItsMetadataChange() {
    String sha256 = Sha256.hex(String.join("\n", TEXT).getBytes(StandardCharsets.UTF_8));
    post("documents", document("d-1", sha256, TEXT))
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("sha256", equalTo(sha256))
        .body("lineCount", equalTo(6));
    assertThat(get("documents/d-1/text").asByteArray())
        .isEqualTo(String.join("\n", TEXT).getBytes(StandardCharsets.UTF_8));
    get("documents/d-1/lines").then().body("items.text", equalTo(TEXT));
    post("documents", document("d-1", sha256, TEXT)).then().statusCode(200);
    put("documents/d-1", "{\"title\": \"改名\", \"owner\": \"CY\", \"openness\": \"INTERNAL\"}")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("openness", equalTo("INTERNAL"))
        .body("sha256", equalTo(sha256));
    post("documents", document("d-2", "0".repeat(64), TEXT))
        .then()
        .statusCode(422)
        .body("field", equalTo("sha256"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"秘密★10年", "机 密", "(绝密)关于某事", "密级:秘密", "第三页 机密 ☆"})
  void aMarkedTextIsRefusedBeforeItIsStored(String line) {
    long before = Caller.number(database, "SELECT count(*) FROM document_line");
    post("documents", document("d-secret", null, List.of("标题", line)))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:classified-document"))
        .body("field", equalTo("lines[1]"));
    assertThat(Caller.number(database, "SELECT count(*) FROM document_line")).isEqualTo(before);
    get("documents/d-secret").then().statusCode(404);
  }

  @Test
  void aMeasureIsQuotedFromItsDocument() throws Exception {
    post("documents", document("d-3", null, TEXT)).then().statusCode(201);
    String conference =
        "{\"documentId\": \"d-3\", \"id\": \"2021\", \"name\": \"%s\", \"year\": 2021}";
    post("conferences", conference.formatted("第五次会议"))
        .then()
        .statusCode(422)
        .body("field", equalTo("name"));
    post("conferences", conference.formatted("第四次人大工作会议")).then().statusCode(201);
    get("conferences/d-3/2021").then().body("year", equalTo(2021));
    post(
            "topics",
            "{\"documentId\": \"d-3\", \"id\": \"T1\", \"name\": \""
                + TEXT.get(0)
                + "\", \"position\": 1}")
        .then()
        .statusCode(201);
    String second = measure(2, 6, "2、", "“一府两院” 𠮷野家 e\u0301 é \t ㊙ 👨‍👩‍👧 — 保守国家秘密");
    post("measures", measure(1, 4, "1.", "每年至少召开三次会议。")).then().statusCode(422);
    post("measures", measure(1, 4, "3.", "每年至少召开两次会议。"))
        .then()
        .statusCode(422)
        .body("field", equalTo("label"));
    post("measures", second)
        .then()
        .statusCode(201)
        .body("id", equalTo("d-3-2021-T1-2"))
        .body("text", equalTo("“一府两院” 𠮷野家 e\u0301 é \t ㊙ 👨‍👩‍👧 — 保守国家秘密"))
        .body("flags", equalTo(List.of("LABEL_SKIPPED", "LABEL_FORM", "CUT_OFF")));
    long sent = Caller.number(database, "SELECT max(id) FROM outbox");
    post("measures", measure(1, 4, "1.", "每年至少召开两次会议。")).then().statusCode(201);
    // The first explains the number of the second.
    assertThat(Caller.waiting(database, sent, "duban.measures")).hasSize(2);
    get("measures/d-3-2021-T1-2").then().header("ETag", "\"2\"").body("flags", hasSize(2));
    post("measures", measure(3, 4, "1.", "每年至少召开两次会议。"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:line-taken"));
    put("measures/d-3-2021-T1-1", measure(1, 4, "1", "每年至少召开两次会议"))
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("flags", equalTo(List.of("CUT_OFF")));
    JsonNode published = Published.newest(relay, "duban.measures", "measure").get("d-3-2021-T1-1");
    assertThat(published).isEqualTo(body(get("measures/d-3-2021-T1-1")));
    assertThat(published.path("text").asText()).isEqualTo("每年至少召开两次会议");
    assertThat(published.path("label").asText()).isEqualTo("1");
    assertThat(published.path("version").asInt()).isEqualTo(2);
  }

  @Test
  void aMeasureKeepsTheWordsOnWhichAnObligationRests() {
    String form =
        """
        {"documentId": "chaoyang", "conference": "2015", "topic": "T2", "ordinal": 1, "line": 39,
         "label": "1.", "text": "坚持问题导向"}
        """;
    put("measures/chaoyang-2015-T2-1", form)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:quote-not-printed"));
  }

  @Test
  void aTermRunsAloneAtItsLevel() {
    String term = "{\"id\": \"P-1\", \"level\": \"PARTY\", \"from\": \"%s\", \"to\": \"%s\"}";
    post("terms", term.formatted("2025-01-01", "2026-01-01")).then().statusCode(201);
    put("terms/P-1", term.formatted("2025-02-01", "2026-01-01"))
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    post("terms", term.replace("P-1", "P-2").formatted("2026-01-01", "2027-01-01"))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:invalid-term"));
    get("terms/P-2").then().statusCode(404);
  }

  private static String measure(int ordinal, int line, String label, String text) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("documentId", "d-3")
        .put("conference", "2021")
        .put("topic", "T1")
        .put("ordinal", ordinal)
        .put("line", line)
        .put("label", label)
        .put("text", text)
        .toString();
  }

  private static String document(String id, String sha256, List<String> lines) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("title", "第四次人大工作会议")
            .put("owner", "CY")
            .put("openness", "OPEN");
    if (sha256 != null) {
      body.put("sha256", sha256);
    }
    lines.forEach(body.putArray("lines")::add);
    return body.toString();
  }
}
