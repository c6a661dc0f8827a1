package duban.chassis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Whether an answer is the problem that the document promises. */
final class Verdict {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TYPE = "urn:duban:problem:";
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\b(java|jakarta|org|com|io|duban)\\.[a-z]+\\.|Exception|SQLSTATE|ERROR:|<(list|map) ");

  private Verdict() {}

  static void check(Operation operation, Case one, HttpResponse<byte[]> answer) throws IOException {
    var text = new String(answer.body(), StandardCharsets.UTF_8);
    var status = answer.statusCode();
    assertThat(status).as("status of %s", text).isBetween(400, 499);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .as("media type of %s", text)
        .startsWith("application/problem+json");
    var problem = JSON.readTree(answer.body());
    var declared = operation.problems(status);
    assertThat(types(declared))
        .as("types that the document shows for %s of %s", status, operation.name())
        .contains(problem.path("type").asText());
    var type = problem.path("type").asText().substring(TYPE.length());
    if (!one.types().isEmpty()) {
      assertThat(one.types()).as("type of %s", text).contains(type);
    }
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isEqualTo(title(declared, problem));
    assertThat(problem.path("instance").asText()).isEqualTo(answer.request().uri().getRawPath());
    detail(one, problem);
    assertThat(text).as("tells of our inside").doesNotContainPattern(INSIDE);
  }

  private static void detail(Case one, JsonNode problem) {
    var detail = problem.path("detail").asText();
    assertThat(detail).as("detail").isNotBlank();
    if (one.field() != null) {
      assertThat(detail).as("detail").contains(one.field());
    }
  }

  private static List<String> types(List<JsonNode> declared) {
    return declared.stream().map(it -> it.path("type").asText()).toList();
  }

  private static String title(List<JsonNode> declared, JsonNode problem) {
    return declared.stream()
        .filter(it -> it.path("type").equals(problem.path("type")))
        .map(it -> it.path("title").asText())
        .findFirst()
        .orElseThrow();
  }
}
