package duban.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import duban.notification.Duty;
import duban.notification.deadline.Deadline;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often happened what is only counted: a line in a notice that goes anyway, once. */
@QuarkusTest
class NumbersTest extends PlayedYear {

  private static final String COUNTED = "半年计次(供了解,不需答复):\n";

  private void district() {
    feed.calendar()
        .unit("QZF-BM-01", "区发展改革委", "DEPARTMENT", null)
        .unit("RDCWH-BG", "区人大常委会办公室", "OWN", null)
        .unit("XDW-01", "南磨房乡党委", "PARTY", null)
        .deadline(owed("报送材料", "QZF-BM-01", "区发展改革委"))
        .deadline(owed("整理材料", "RDCWH-BG", "区人大常委会办公室"))
        .deadline(tally("QZF-BM-01", "区发展改革委"))
        .deadline(tally("XDW-01", "南磨房乡党委"))
        .read();
  }

  private List<String> to(String code) {
    return mail.received().stream()
        .map(SentNotice::of)
        .filter(it -> it.to().equals(code))
        .map(it -> it.day() + " " + it.text())
        .toList();
  }

  @Test
  void theFirstNoticeAfterAHalfYearShowsThemAndNoLaterOne() {
    district();
    plan("2027-06-01T09:00:00");
    counted("2027-06-16", "QZF-BM-01", "IN_PROGRESS", 3);
    counted("2027-07-02", "QZF-BM-01", "CLOSED", 4);
    play(LocalDate.of(2027, 6, 21), LocalDate.of(2027, 7, 14));

    assertThat(to("QZF-BM-01")).hasSize(3);
    assertThat(to("QZF-BM-01").get(0)).startsWith("2027-06-28").doesNotContain("半年计次");
    assertThat(to("QZF-BM-01").get(1))
        .startsWith("2027-07-09")
        .contains(COUNTED + "“列席常务会议”今年上半年已登记:区发展改革委4次。\n")
        .doesNotContain("2项", "南磨房乡党委");
    assertThat(to("QZF-BM-01").get(2)).startsWith("2027-07-12").doesNotContain("半年计次");
    assertThat(to("RDCWH-BG"))
        .filteredOn(it -> it.contains(COUNTED + "“列席常务会议”今年上半年已登记:区发展改革委4次、南磨房乡党委0次。\n"))
        .singleElement()
        .satisfies(it -> assertThat(it).startsWith("2027-07-09"));
    assertThat(to("XDW-01")).isEmpty();
    assertThat(sql("SELECT DISTINCT deadline_id FROM reminder"))
        .containsExactlyInAnyOrder("报送材料", "整理材料");
  }

  @Test
  void theyMakeNoNoticeOfTheirOwn() {
    feed.calendar()
        .unit("QZF-BM-01", "区发展改革委", "DEPARTMENT", null)
        .deadline(tally("QZF-BM-01", "区发展改革委"))
        .read();
    plan("2027-06-01T09:00:00");
    play(LocalDate.of(2027, 6, 1), LocalDate.of(2027, 7, 20));
    assertThat(mail.received()).isEmpty();
  }

  @Test
  void whatWasKnownOnlyWhenItWasOverIsNotShown() {
    district();
    plan("2027-07-05T09:00:00");
    play(LocalDate.of(2027, 7, 5), LocalDate.of(2027, 7, 14));
    assertThat(to("QZF-BM-01")).isNotEmpty().noneMatch(it -> it.contains("半年计次"));
  }

  @Test
  void ofAUnitThatWasExemptedNothingIsShown() {
    district();
    plan("2027-06-01T09:00:00");
    counted("2027-06-16", "QZF-BM-01", "EXEMPT", 3);
    play(LocalDate.of(2027, 7, 5), LocalDate.of(2027, 7, 9));
    assertThat(to("QZF-BM-01")).isNotEmpty().noneMatch(it -> it.contains("半年计次"));
    assertThat(to("RDCWH-BG"))
        .filteredOn(it -> it.contains("半年计次"))
        .singleElement()
        .satisfies(it -> assertThat(it).contains("已登记:南磨房乡党委0次。"));
  }

  private static Deadline owed(String title, String code, String name) {
    return Duty.of("WINDOW", title, "2027-06-01", "2027-07-09").by(code, name).deadline();
  }

  private static Deadline tally(String code, String name) {
    return Duty.of("EACH_TIME", "列席常务会议", "2027-01-01", "2027-06-30")
        .with("id", code)
        .with("obligationId", "o-063b")
        .with("timing", "AT")
        .with("afterDue", "EXPLAIN")
        .with("period", "2027-H1")
        .with("periodTo", "2027-06-30")
        .with("tally", true)
        .by(code, name)
        .deadline();
  }
}
