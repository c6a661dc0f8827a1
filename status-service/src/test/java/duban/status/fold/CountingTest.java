package duban.status.fold;

import static org.assertj.core.api.Assertions.assertThat;

import duban.status.fold.Verdict.Effect;
import org.junit.jupiter.api.Test;

class CountingTest {

  @Test
  void a_session_of_half_a_day_is_recorded_but_does_not_count() {
    Matter matter = Matter.sessions().counted("2027-03-01", 0);
    assertThat(matter.standing().counted()).isZero();
    assertThat(matter.standing().state()).isEqualTo(State.IN_PROGRESS);
    assertThat(matter.verdict(0).effect()).isEqualTo(Effect.NOT_COUNTED);
    assertThat(matter.verdict(0).why()).isEqualTo("days must be at least 1, but is 0");
  }

  @Test
  void the_first_session_of_a_term_has_two_days() {
    Matter matter = Matter.sessions().counted("2027-09-10", 1).counted("2027-12-01", 1);
    assertThat(matter.standing().counted()).isEqualTo(1);
    assertThat(matter.verdict(0).why()).contains("for the first occurrence on or after 2027-09-01");
    assertThat(matter.verdict(1).effect()).isEqualTo(Effect.EFFECTIVE);
  }

  @Test
  void sessions_before_the_term_are_not_its_first() {
    assertThat(
            Matter.sessions()
                .counted("2027-03-01", 1)
                .counted("2027-09-10", 2)
                .standing()
                .counted())
        .isEqualTo(2);
  }

  @Test
  void a_session_recorded_late_may_turn_out_to_be_the_first_of_its_term() {
    Matter matter = Matter.sessions().counted("2027-12-01", 2).counted("2027-09-10", 2);
    assertThat(matter.standing().counted()).isEqualTo(2);
    Matter short1 = Matter.sessions().counted("2027-12-01", 2).counted("2027-09-10", 1);
    assertThat(short1.standing().counted()).isEqualTo(1);
  }

  @Test
  void the_count_goes_beyond_the_quota_and_is_reached_on_the_day_of_the_last_required() {
    Matter matter =
        Matter.sessions()
            .counted("2027-05-01", 1)
            .counted("2027-03-01", 1)
            .counted("2027-07-01", 1);
    assertThat(matter.standing().counted()).isEqualTo(3);
    assertThat(matter.standing().fulfilledOn()).isEqualTo("2027-05-01");
  }
}
