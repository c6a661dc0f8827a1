package duban.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryTest extends StatusTest {

  @Test
  void a_measure_has_one_timeline_over_its_deadlines_page_by_page() {
    Map<String, Object> first = window();
    Map<String, Object> second = window();
    second.put("measureId", first.get("measureId"));
    String one = heard(first);
    String two = heard(second);
    post(event(one, "CHECKED")).statusCode(201);
    post(event(two, "PROGRESS_REPORTED")).statusCode(201);
    post(event(one, "REVIEWED_AT_MEETING")).statusCode(201);

    var page = get("history?measure={m}&limit=2", first.get("measureId")).statusCode(200).extract();
    assertThat(page.<List<Integer>>path("items.seq")).containsExactly(1, 2);
    get("history?measure={m}&limit=2&after={a}", first.get("measureId"), page.path("next"))
        .body("items.seq", equalTo(List.of(3)))
        .body("next", nullValue());
    get("history?deadline={d}", one).body("items.seq", equalTo(List.of(1, 3)));
  }
}
