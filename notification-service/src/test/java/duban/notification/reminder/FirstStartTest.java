package duban.notification.reminder;

import static duban.notification.Year2027.at;
import static org.assertj.core.api.Assertions.assertThat;

import duban.notification.RunningService;
import duban.notification.Year2027;
import duban.notification.copy.Wholeness;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FirstStartTest extends RunningService {

  /** The inbox still reads what was there before. */
  private static final class Half extends Wholeness {
    Half() {
      super(null, null);
    }

    @Override
    public boolean reached() {
      return false;
    }
  }

  @Test
  void nothingIsPlannedFromHalfTheCopies() {
    feed.calendar().deadline(Year2027.sessions()).read();
    QuarkusMock.installMockForType(new Half(), Wholeness.class);
    assertThat(planner.round(at("2027-10-25T09:29:00"))).isFalse();
    assertThat(sql("SELECT id FROM reminder")).isEmpty();
    assertThat(sql("SELECT deadline_id FROM to_plan")).isNotEmpty();
  }

  @Test
  void aReceiverWhoArrivesLastIsTheOnlyOneWhoIsEverNamed() {
    feed.calendar()
        .unit("XRD-01", "南磨房乡人大", "GUIDED", "XRD-ZXT-01")
        .deadline(Year2027.sessions())
        .read();
    plan("2027-10-25T09:29:00");
    assertThat(sql("SELECT id FROM outbox WHERE topic = 'duban.reminders'")).isEmpty();
    feed.unit("XRD-ZXT-01", "南磨房乡人大主席团", "GUIDED", null).read();
    plan("2027-10-25T09:29:10");
    assertThat(sql("SELECT DISTINCT recipient FROM reminder WHERE channel = 'EMAIL'"))
        .containsExactly("XRD-ZXT-01");
    assertThat(sql("SELECT state FROM reminder WHERE step = 'PACE' ORDER BY number"))
        .containsExactly("SKIPPED", "PLANNED");
  }
}
