package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Duties.early;
import static duban.catalog.writing.Duties.make;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for a person is listed whole, page by page. */
@QuarkusTest
class GapListTest {
  @Test
  void pagesGoThroughAllOfThemAndCountThemAll() {
    List<String> ids = new ArrayList<>();
    String after = "";
    long counted = 0;
    while (after != null) {
      Response page = get("gaps?limit=7&after=" + after);
      page.then().statusCode(200);
      ids.addAll(page.jsonPath().getList("items.id"));
      counted =
          page.jsonPath().getMap("counts").values().stream()
              .mapToLong(it -> Long.parseLong(it.toString()))
              .sum();
      after = page.path("next");
    }
    assertThat(ids).doesNotHaveDuplicates().isSorted().hasSize((int) counted);
    get("gaps?kind=INFERRED&limit=1").then().body("counts.values().sum()", equalTo((int) counted));
  }

  @Test
  void whatIsDoneWithHasNoGaps() {
    ObjectNode duty = early("o-ga12", Duties.STANDING).put("history", "DONE");
    duty.putArray("inferred").addObject().put("field", "who").put("why", "原文未写主体");
    make(duty);
    get("gaps?obligation=o-ga12").then().statusCode(200).body("items.size()", equalTo(0));
  }

  @Test
  void aFilterThatCannotBeMeantIsRefused() {
    for (String wrong : List.of("kind=NOTHING", "unit=NOBODY", "after=x", "limit=0")) {
      get("gaps?" + wrong)
          .then()
          .statusCode(400)
          .body("type", equalTo("urn:duban:problem:invalid-parameter"));
    }
  }
}
