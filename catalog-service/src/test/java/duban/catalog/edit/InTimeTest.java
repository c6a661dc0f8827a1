package duban.catalog.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import duban.catalog.snapshot.SnapshotStore;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(InTimeTest.Short.class)
class InTimeTest {

  public static class Short implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "duban.edits.longest",
          "1s",
          // The start, which loads a catalogue, takes longer.
          "quarkus.transaction-manager.default-transaction-timeout",
          "10m");
    }
  }

  @Inject InTime inTime;
  @Inject SnapshotStore store;

  @Test
  void anEditThatWouldWriteOnAfterItsTimeIsNotStoredAndSaysWhatToChange() {
    expectTooLong(
        () ->
            inTime.transaction(
                false,
                () -> {
                  store.lock();
                  rename();
                  sleep();
                  return rename();
                }));
  }

  @Test
  void anEditWhoseTimeEndsBeforeItIsStoredIsNotStored() {
    expectTooLong(
        () ->
            inTime.transaction(
                false,
                () -> {
                  rename();
                  sleep();
                  return 1;
                }));
  }

  @Test
  void aTrialAnswersWhatTheEditWouldAnswer() {
    expectTooLong(
        () ->
            inTime.transaction(
                true,
                () -> {
                  sleep();
                  return 1;
                }));
  }

  /** On the same thread, as a worker's: nothing of the transaction that ended is left there. */
  private void expectTooLong(Runnable edit) {
    var problem = catchThrowableOfType(HttpProblem.class, edit::run);
    assertThat(problem.getStatusCode()).isEqualTo(422);
    assertThat(problem.getType()).hasToString("urn:duban:problem:edit-too-long");
    assertThat(problem.getDetail()).contains("within 1 s").contains("split its rule or its group");
    assertThat(inTime.<String>transaction(true, this::name)).isNotEqualTo("改了");
  }

  private int rename() {
    return store.run("UPDATE unit SET name = '改了' WHERE id = 'CY'");
  }

  private String name() {
    return store.rows("SELECT name, 0, '' FROM unit WHERE id = 'CY'").get(0).id();
  }

  private static void sleep() {
    try {
      Thread.sleep(1_500);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
