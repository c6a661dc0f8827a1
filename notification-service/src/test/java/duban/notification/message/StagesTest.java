package duban.notification.message;

import static duban.notification.Year2027.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import duban.notification.RunningService;
import duban.notification.Year2027;
import duban.notification.database.Sql;
import duban.notification.reminder.PlanningLock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Planning, gathering and sending end each other's rests. */
@QuarkusTest
class StagesTest extends RunningService {

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration NOT_SO_SOON = Duration.ofMillis(400);

  @Inject Grouping grouping;
  @Inject Delivery delivery;
  @Inject Sql sql;

  @BeforeEach
  void something() throws InterruptedException {
    // Whatever other tests rang for.
    grouping.rest(Duration.ZERO);
    delivery.rest(Duration.ZERO);
    feed.calendar()
        .unit("QZF-BM-01", "区发展改革委", "DEPARTMENT", null)
        .deadline(Year2027.report("QZF-BM-01", "区发展改革委"))
        .read();
    plan("2027-10-25T09:29:10");
  }

  private static void ends(Executable rest) {
    assertTimeoutPreemptively(Duration.ofSeconds(20), rest);
  }

  @Test
  void whatIsPlannedIsGatheredAndSentAtOnce() {
    ends(() -> grouping.rest(LONG));
    grouping.round(at("2027-10-25T09:30:30"));
    ends(() -> delivery.rest(LONG));
  }

  @Test
  void whoIsPassedOverHasHisTurnSoonUnlessNothingMayLeave() throws InterruptedException {
    grouping.rest(Duration.ZERO);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              PlanningLock.await(sql);
              grouping.round(at("2027-10-25T09:30:30"));
            });
    ends(() -> grouping.rest(LONG));

    edit("/api/notification/release", "{'released':false,'reason':'张某某'}").statusCode(200);
    grouping.round(at("2027-10-25T09:31:00"));
    long began = System.nanoTime();
    grouping.rest(NOT_SO_SOON);
    assertThat(System.nanoTime() - began).isGreaterThan(NOT_SO_SOON.dividedBy(2).toNanos());
  }
}
