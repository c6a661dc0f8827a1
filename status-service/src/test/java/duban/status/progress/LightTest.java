package duban.status.progress;

import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.calendar.WorkingCalendar;
import duban.status.fold.EventType;
import duban.status.fold.Finding;
import duban.status.fold.Matter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LightTest {

  @Test
  void a_window_that_has_not_opened_is_grey() {
    assertThat(on("2027-09-30", Matter.report())).isEqualTo(Light.GREY);
  }

  @Test
  void an_open_one_is_green_until_ten_working_days_before_the_date() {
    Matter sessions = Matter.sessions().counted("2027-03-01", 1);
    // 2027-12-31 is a Friday: ten working days before it is Friday the 17th.
    assertThat(on("2027-12-16", sessions)).isEqualTo(Light.GREEN);
    assertThat(on("2027-12-17", sessions)).isEqualTo(Light.YELLOW);
  }

  @Test
  void the_due_day_itself_is_not_yet_overdue() {
    Matter report = Matter.report().on("2027-10-01", EventType.ASSIGNED);
    assertThat(on("2027-10-29", report)).isEqualTo(Light.YELLOW);
    assertThat(on("2027-10-30", report)).isEqualTo(Light.RED);
  }

  @Test
  void a_missed_pace_is_yellow_and_never_red() {
    assertThat(on("2027-06-30", Matter.sessions())).isEqualTo(Light.GREEN);
    assertThat(on("2027-07-01", Matter.sessions())).isEqualTo(Light.YELLOW);
    assertThat(on("2027-08-01", Matter.sessions().counted("2027-07-10", 1))).isEqualTo(Light.GREEN);
  }

  @Test
  void what_happened_in_time_may_be_recorded_some_days_later() {
    Matter sessions = Matter.sessions().counted("2027-03-01", 1);
    assertThat(on("2028-01-10", sessions)).isEqualTo(Light.TO_RECORD);
    assertThat(on("2028-01-11", sessions)).isEqualTo(Light.RED);
    assertThat(on("2028-01-11", sessions.counted("2027-08-30", 1))).isEqualTo(Light.GREEN);
  }

  @Test
  void reached_by_the_date_stays_green_and_reached_later_is_made_up() {
    Matter inTime = Matter.report().on("2027-10-29", EventType.COUNTED);
    assertThat(on("2027-12-01", inTime)).isEqualTo(Light.GREEN);
    Matter late = Matter.report().on("2027-11-02", EventType.COUNTED);
    assertThat(on("2027-12-01", late)).isEqualTo(Light.MADE_UP);
  }

  @Test
  void a_rework_has_its_own_date_and_no_time_to_record() {
    Matter again =
        Matter.report()
            .on("2027-10-20", EventType.COUNTED)
            .claimed("2027-10-21")
            .reworkUntil("2027-10-22", "2027-11-30");
    assertThat(on("2027-11-01", again)).isEqualTo(Light.GREEN);
    assertThat(on("2027-12-01", again)).isEqualTo(Light.RED);
    assertThat(on("2027-12-01", again.claimed("2027-11-30"))).isEqualTo(Light.GREEN);
  }

  @Test
  void what_is_asked_of_a_superior_has_no_colour() {
    Matter report = Matter.report();
    assertThat(
            Light.of(
                report.deadline,
                report.standing(),
                true,
                LocalDate.parse("2027-12-01"),
                new WorkingCalendar(List.of())))
        .isEqualTo(Light.TO_ARRANGE);
  }

  @Test
  void what_is_not_owed_has_no_light() {
    assertThat(on("2027-12-01", Matter.report().strength("AIM"))).isEqualTo(Light.NONE);
    assertThat(on("2027-12-01", Matter.report().withdrawn())).isEqualTo(Light.NONE);
  }

  @Test
  void a_standing_duty_is_overdue_until_it_was_checked() {
    assertThat(on("2027-10-19", Matter.lasting())).isEqualTo(Light.GREY);
    assertThat(on("2027-10-25", Matter.lasting())).isEqualTo(Light.GREEN);
    assertThat(on("2027-11-10", Matter.lasting())).isEqualTo(Light.YELLOW);
    assertThat(on("2027-11-16", Matter.lasting())).isEqualTo(Light.RED);
    assertThat(on("2027-11-16", Matter.lasting().verified("2027-11-15", Finding.MET)))
        .isEqualTo(Light.GREEN);
    assertThat(on("2027-11-20", Matter.lasting().verified("2027-11-18", Finding.MET)))
        .isEqualTo(Light.MADE_UP);
    assertThat(on("2027-11-10", Matter.lasting().verified("2027-11-01", Finding.NOT_MET)))
        .isEqualTo(Light.UNMET);
    assertThat(on("2027-11-20", Matter.lasting().verified("2027-11-01", Finding.NOT_APPLICABLE)))
        .isEqualTo(Light.NONE);
  }

  @Test
  void what_is_only_counted_has_no_light_on_any_day() {
    for (String day : List.of("2026-12-31", "2027-06-25", "2027-06-30", "2027-08-01")) {
      assertThat(on(day, Matter.meetings())).isEqualTo(Light.NONE);
    }
  }

  @Test
  void an_order_has_no_light() {
    assertThat(on("2027-08-26", Matter.order())).isEqualTo(Light.NONE);
    assertThat(on("2027-12-01", Matter.order())).isEqualTo(Light.NONE);
  }

  @Test
  void a_principle_is_red_only_as_long_as_nobody_explained() {
    Matter principle = Matter.sessions().strength("IN_PRINCIPLE").counted("2027-03-01", 1);
    assertThat(on("2028-01-12", principle)).isEqualTo(Light.RED);
    principle.on("2028-01-11", EventType.EXPLAINED);
    assertThat(on("2028-01-12", principle)).isEqualTo(Light.YELLOW);
    assertThat(on("2028-01-12", principle.on("2028-01-12", EventType.EXPLANATION_ACCEPTED)))
        .isEqualTo(Light.UNMET);
    Matter must = Matter.sessions().counted("2027-03-01", 1).on("2028-01-11", EventType.EXPLAINED);
    assertThat(on("2028-01-12", must)).isEqualTo(Light.RED);
  }

  private static Light on(String day, Matter matter) {
    return Light.of(
        matter.deadline,
        matter.standing(),
        false,
        LocalDate.parse(day),
        new WorkingCalendar(List.of()));
  }
}
