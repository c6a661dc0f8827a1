package duban.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import duban.chassis.backbone.TestTopics;
import duban.chassis.loop.Work;
import duban.status.opening.Opening;
import duban.status.progress.Rebuild;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpeningTest extends StatusTest {

  @Inject Opening opening;
  @Inject Rebuild rebuild;

  @Test
  void a_window_that_opened_is_assigned_once_even_by_two_replicas() throws Exception {
    Map<String, Object> owed = window();
    String opened = heard(owed);
    Map<String, Object> later = window();
    later.put("measureId", owed.get("measureId"));
    later.put("opensOn", today().plusDays(1).toString());
    String waiting = heard(later);

    var replicas = Executors.newFixedThreadPool(2);
    try {
      Callable<Boolean> rounds =
          () -> {
            while (opening.round()) {
              // until nothing is open
            }
            return true;
          };
      for (var done : replicas.invokeAll(List.of(rounds, rounds))) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      replicas.shutdownNow();
    }
    UUID id = UuidCreator.getNameBasedSha1(UUID.fromString(opened), "ASSIGNED");
    get("history?measure={m}", owed.get("measureId"))
        .body("items.type", equalTo(List.of("ASSIGNED")))
        .body("items[0].id", equalTo(id.toString()))
        .body("items[0].effectiveOn", equalTo(owed.get("opensOn")));
    get("progress/{id}", opened).body("stateName", equalTo("待签收"));
    get("progress/{id}", waiting).body("state", equalTo("NOT_OPEN")).body("light", equalTo("GREY"));
    post(event(opened, "SIGNED_FOR"))
        .statusCode(201)
        .body("progress.state", equalTo("IN_PROGRESS"));
  }

  @Test
  void two_replicas_that_open_and_compute_at_once_do_everything_once() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Map<String, Object> owed = window();
      owed.put("measureId", "measure-" + i % 3 + "-" + today() + "-" + hashCode());
      ids.add(heard(owed));
    }
    rebuild.all();
    var replicas = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> opens = () -> untilNothingIsLeft(opening);
      Callable<Boolean> computes = () -> untilNothingIsLeft(rebuild);
      for (var done : replicas.invokeAll(List.of(opens, computes, opens, computes))) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      replicas.shutdownNow();
    }
    untilNothingIsLeft(rebuild);
    untilNothingIsLeft(opening);
    String ours = " WHERE deadline_id IN ('" + String.join("','", ids) + "')";
    assertThat(number("SELECT count(*) FROM event" + ours)).isEqualTo(12);
    assertThat(text("SELECT string_agg(DISTINCT state || version, ',') FROM progress" + ours))
        .isEqualTo("ASSIGNED2");
    relayed();
    for (String topic : List.of("duban.implementation", "duban.progress")) {
      long told =
          TestTopics.read(topic).stream()
              .map(it -> new String(it.value(), StandardCharsets.UTF_8))
              .filter(it -> it.contains("ASSIGNED") && ids.stream().anyMatch(it::contains))
              .count();
      assertThat(told).as(topic).isEqualTo(12);
    }
  }

  private static boolean untilNothingIsLeft(Work work) throws Exception {
    while (work.round()) {
      // until nothing is left
    }
    return true;
  }
}
