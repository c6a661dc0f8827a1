package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;

/** Looks for gaps, and settles them as they say. */
final class Settling {
  private Settling() {}

  /** Of these kinds, in the order of their ids, and no others. */
  static void settles(String filter, String... kinds) {
    List<JsonNode> gaps = items(filter, "");
    assertThat(gaps).extracting(it -> it.path("kind").asText()).containsExactly(kinds);
    assertThat(gaps)
        .allSatisfy(
            it -> {
              assertThat(it.path("sentence").asText()).isNotBlank();
              assertThat(it.path("english").asText()).isNotBlank();
            });
    get("gaps?" + filter).then().body("counts." + kinds[0], equalTo(kinds.length));
    for (int i = 0; i < kinds.length; i++) {
      JsonNode gap = items(filter, "").get(0);
      settle(List.of(gap));
      assertThat(items(filter, "")).hasSize(kinds.length - i - 1);
    }
  }

  static List<JsonNode> items(String filter, String id) {
    List<JsonNode> found = new ArrayList<>();
    String after = "";
    while (after != null) {
      Response page = get("gaps?limit=500&after=" + after + "&" + filter);
      page.then().statusCode(200);
      Caller.body(page).path("items").forEach(found::add);
      after = page.path("next");
    }
    found.removeIf(it -> !it.path("id").asText().startsWith(id));
    return found;
  }

  /** With the first, exactly as it says. */
  static void settle(List<JsonNode> gaps) {
    JsonNode settle = gaps.get(0).path("settle");
    var request =
        given()
            .urlEncodingEnabled(false)
            .contentType("application/json; charset=UTF-8")
            .body(settle.path("body").toString());
    if (settle.has("ifMatch")) {
      request.header("If-Match", settle.path("ifMatch").asText());
    }
    request
        .request(settle.path("method").asText(), settle.path("path").asText())
        .then()
        .statusCode(200);
  }
}
