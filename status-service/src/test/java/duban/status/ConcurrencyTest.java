package duban.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConcurrencyTest extends StatusTest {

  @Test
  void two_that_record_the_same_at_the_same_time_record_it_once() throws Exception {
    String id = heard(window());
    Map<String, Object> event = counted(id, "laws", 1);
    var threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> task = () -> post(event).extract().statusCode();
      var codes = threads.invokeAll(List.of(task, task, task, task));
      long created = 0;
      for (var code : codes) {
        assertThat(code.get()).isIn(200, 201);
        created += code.get() == 201 ? 1 : 0;
      }
      assertThat(created).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(number("SELECT count(*) FROM event WHERE deadline_id = '" + id + "'")).isEqualTo(1);
  }

  @Test
  void one_id_for_two_measures_at_the_same_time_is_recorded_for_one_of_them() throws Exception {
    String slow = heard(window());
    Map<String, Object> event = counted(slow, "laws", 1);
    Map<String, Object> other = new HashMap<>(event);
    other.put("deadlineId", heard(window()));
    var thread = Executors.newSingleThreadExecutor();
    try (var blocker = database.getConnection()) {
      blocker.setAutoCommit(false);
      // The first request is past its own look for the id when the second one comes and is done.
      blocker
          .createStatement()
          .execute("SELECT 1 FROM progress WHERE deadline_id = '" + slow + "' FOR UPDATE");
      var answer = thread.submit(() -> post(event).extract().statusCode());
      await().until(() -> number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
      post(other).statusCode(201);
      blocker.rollback();
      assertThat(answer.get()).isEqualTo(409);
    } finally {
      thread.shutdownNow();
    }
    assertThat(number("SELECT count(*) FROM event WHERE id = '" + event.get("id") + "'"))
        .isEqualTo(1);
  }

  @Test
  void many_at_once_make_one_unbroken_chain() throws Exception {
    Map<String, Object> owed = window();
    String id = heard(owed);
    var threads = Executors.newFixedThreadPool(6);
    try {
      Callable<Integer> task = () -> post(event(id, "CHECKED")).extract().statusCode();
      for (var code : threads.invokeAll(Collections.nCopies(30, task))) {
        assertThat(code.get()).isEqualTo(201);
      }
    } finally {
      threads.shutdownNow();
    }
    String measure = String.valueOf(owed.get("measureId"));
    assertThat(number("SELECT max(seq) FROM event WHERE measure_id = '" + measure + "'"))
        .isEqualTo(30);
    assertThat(
            number(
                "SELECT count(*) FROM event e JOIN event b ON b.measure_id = e.measure_id AND b.seq ="
                    + " e.seq - 1 WHERE e.measure_id = '"
                    + measure
                    + "' AND convert_from(e.body, 'UTF8')::jsonb ->> 'previous' = b.hash"
                    + " AND e.recorded_at >= b.recorded_at"))
        .isEqualTo(29);
  }
}
