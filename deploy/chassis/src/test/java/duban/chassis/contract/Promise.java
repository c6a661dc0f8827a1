package duban.chassis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Whether what is answered to a good request is what the document promises. */
final class Promise {

  private Promise() {}

  /** The status is shown for the operation, and the body is of the form that stands with it. */
  static void kept(Operation operation, HttpResponse<byte[]> answer) {
    var text = new String(answer.body(), StandardCharsets.UTF_8);
    var content = content(operation, answer);
    if (content.isMissingNode()) {
      assertThat(text)
          .as("body of %s, of which the document shows none", operation.name())
          .isEmpty();
      return;
    }
    var type = answer.headers().firstValue("Content-Type").orElse("");
    var media = media(content, type);
    assertThat(media.isMissingNode())
        .as("%s shows nothing as '%s'", operation.name(), type)
        .isFalse();
    if (type.startsWith("application/json")) {
      assertThat(operation.document().breaches(media.path("schema"), text, true))
          .as("what breaks the schema in %s", text)
          .isEmpty();
    }
  }

  private static JsonNode content(Operation operation, HttpResponse<?> answer) {
    var status = answer.statusCode();
    assertThat(status).as("status of %s", operation.name()).isBetween(200, 299);
    assertThat(operation.answers(status))
        .as("%s answers %s, which the document does not show", operation.name(), status)
        .isTrue();
    return operation.response(status).path("content");
  }

  /** Of {@code text/plain;charset=UTF-8} what stands before the semicolon counts. */
  private static JsonNode media(JsonNode content, String type) {
    for (var it : content.properties()) {
      if (it.getKey().split(";")[0].equals(type.split(";")[0])) {
        return it.getValue();
      }
    }
    return content.path("nothing");
  }
}
