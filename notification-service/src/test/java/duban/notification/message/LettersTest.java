package duban.notification.message;

import static duban.notification.Year2027.at;
import static org.assertj.core.api.Assertions.assertThat;

import duban.notification.RunningService;
import duban.notification.Year2027;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LettersTest extends RunningService {

  @Inject Grouping grouping;

  @BeforeEach
  void something() {
    feed.calendar()
        .unit("QZF-BM-01", "区发展改革委", "DEPARTMENT", null)
        .deadline(Year2027.report("QZF-BM-01", "区发展改革委"))
        .read();
    plan("2027-10-25T09:29:10");
  }

  private static List<String> letters() {
    return sql(
        "SELECT number || ' ' || state FROM reminder"
            + " WHERE channel = 'LETTER' AND step = 'AFTER' ORDER BY due_at");
  }

  private static List<String> published() {
    return sql(
        "SELECT id FROM outbox WHERE convert_from(body, 'UTF8') LIKE '%AWAITING_SIGNATURE%'");
  }

  @Test
  void aLetterAwaitsItsSignatureFromItsDayOn() {
    grouping.round(at("2027-11-04T17:00:00"));
    assertThat(letters()).containsExactly("5 PLANNED", "15 PLANNED");
    assertThat(published()).isEmpty();
    grouping.round(at("2027-11-05T09:30:30"));
    assertThat(letters()).containsExactly("5 AWAITING_SIGNATURE", "15 PLANNED");
    assertThat(published()).hasSize(1);
    sql("INSERT INTO to_plan (deadline_id) VALUES (NULL)");
    plan("2027-11-05T09:31:00");
    grouping.round(at("2027-11-05T09:31:30"));
    assertThat(letters()).containsExactly("5 AWAITING_SIGNATURE", "15 PLANNED");
    assertThat(published()).as("planned again it waits as before").hasSize(1);
  }

  @Test
  void noLetterIsDraftedForWhatIsDone() {
    feed.progress("o-039-QZF-BM-01", 2, "CLAIMED", 0, 1).read();
    grouping.round(at("2027-11-05T09:30:30"));
    assertThat(letters()).as("not before it is planned again").contains("5 PLANNED");
    plan("2027-11-05T09:31:00");
    grouping.round(at("2027-11-05T09:31:30"));
    assertThat(letters()).containsExactly("5 CANCELLED", "15 CANCELLED");
  }
}
