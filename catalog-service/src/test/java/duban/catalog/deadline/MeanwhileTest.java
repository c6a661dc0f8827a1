package duban.catalog.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeanwhileTest {
  @Inject Meanwhile meanwhile;
  @Inject EntityManager entities;

  @Test
  void bothAreDoneAtTheSameTime() {
    var begun = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    String given =
        meanwhile.during(
            () -> {
              begun.countDown();
              await(ended);
            },
            () -> {
              await(begun);
              ended.countDown();
              return "given";
            });
    assertThat(given).isEqualTo("given");
  }

  @Test
  void whatIsWrittenBelongsToTheCallersTransaction() {
    QuarkusTransaction.begin();
    meanwhile.during(() -> titled("试"), () -> 1);
    assertThat(title()).isEqualTo("试");
    QuarkusTransaction.rollback();
    assertThat(title()).isNotEqualTo("试");
  }

  @Test
  void aFailureOfTheWorkIsTheCallers() {
    assertThatThrownBy(
            () ->
                meanwhile.during(
                    () -> {
                      throw new IllegalArgumentException("work");
                    },
                    () -> 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("work");
  }

  @Test
  void afterAFailureOfTheOtherTheWorkHasEndedToo() {
    var worked = new AtomicBoolean();
    var failing = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                meanwhile.during(
                    () -> {
                      await(failing);
                      // Long enough that who does not wait is seen to have gone on.
                      LockSupport.parkNanos(200_000_000);
                      worked.set(true);
                    },
                    () -> {
                      failing.countDown();
                      throw new AssertionError("other");
                    }))
        .hasMessage("other");
    assertThat(worked).isTrue();
  }

  private void titled(String title) {
    entities
        .createNativeQuery("UPDATE obligation SET title = :title WHERE id = 'o-039'")
        .setParameter("title", title)
        .executeUpdate();
  }

  private Object title() {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                entities
                    .createNativeQuery("SELECT title FROM obligation WHERE id = 'o-039'")
                    .getSingleResult());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
