package duban.status.fold;

import static duban.status.fold.EventType.ACCEPTED;
import static duban.status.fold.EventType.ASSIGNED;
import static duban.status.fold.EventType.CHECKED;
import static duban.status.fold.EventType.CLOSED;
import static duban.status.fold.EventType.COMPLETION_CLAIMED;
import static duban.status.fold.EventType.COUNTED;
import static duban.status.fold.EventType.EXPLAINED;
import static duban.status.fold.EventType.EXPLANATION_ACCEPTED;
import static duban.status.fold.EventType.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import duban.status.fold.Verdict.Effect;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KindsTest {

  @Test
  void what_is_done_once_is_claimed_without_a_count() {
    Matter matter = Matter.oneOff().on("2027-03-01", ASSIGNED).on("2027-04-01", CHECKED);
    assertThat(matter.judge(matter.claim("2027-05-10")).refused()).isFalse();
    matter.claimed("2027-05-10");
    assertThat(matter.standing().state()).isEqualTo(State.CLAIMED);
    assertThat(matter.standing().fulfilledOn()).isEqualTo("2027-05-10");
    assertThat(matter.on("2027-05-12", ACCEPTED).standing().state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void what_an_occasion_demands_is_claimed_when_it_was_counted() {
    Matter matter = Matter.answer().on("2027-03-15", ASSIGNED).on("2027-04-01", CHECKED);
    assertThat(matter.judge(matter.claim("2027-05-10")).refusal()).isEqualTo("count-not-reached");
    matter.on("2027-05-09", COUNTED);
    assertThat(matter.judge(matter.claim("2027-05-10")).refused()).isFalse();
  }

  @Test
  void of_an_order_facts_are_recorded_and_nothing_is_claimed() {
    Matter matter = Matter.order().on("2027-08-25", ASSIGNED);
    assertThat(matter.judge(matter.event("2027-09-02", CHECKED)).refused()).isFalse();
    matter.on("2027-09-02", CHECKED);
    Verdict claim = matter.judge(matter.claim("2027-09-03"));
    assertThat(claim.refusal()).isEqualTo("kind-does-not-allow");
    assertThat(claim.why()).contains("NOT_BEFORE", "EVIDENCE_ADDED");
  }

  @Test
  void a_check_of_a_standing_duty_ends_it_as_it_was_found() {
    Matter met = Matter.lasting().verified("2027-11-03", Finding.MET);
    assertThat(met.standing().state()).isEqualTo(State.CLOSED);
    assertThat(met.standing().fulfilledOn()).isEqualTo("2027-11-03");
    Matter not =
        Matter.lasting().on("2027-10-20", ASSIGNED).verified("2027-11-03", Finding.NOT_MET);
    assertThat(not.standing().state()).isEqualTo(State.UNMET);
    assertThat(not.standing().fulfilledOn()).isNull();
    assertThat(Matter.lasting().verified("2027-11-03", Finding.NOT_APPLICABLE).standing().state())
        .isEqualTo(State.EXEMPT);
  }

  @Test
  void what_is_only_counted_closes_by_itself_whatever_its_number_and_counts_on() {
    Matter matter = Matter.meetings().on("2027-01-01", ASSIGNED);
    assertThat(Matter.meetings().on("2027-07-01", CLOSED).standing().state())
        .isEqualTo(State.CLOSED);
    matter.on("2027-02-01", COUNTED).on("2027-03-01", COUNTED).on("2027-07-01", CLOSED);
    assertThat(matter.standing().state()).isEqualTo(State.CLOSED);
    assertThat(matter.standing().counted()).isEqualTo(2);
    assertThat(matter.standing().fulfilledOn()).isNull();
    assertThat(matter.judge(matter.event("2027-06-30", COUNTED)).refused()).isFalse();
    matter.on("2027-06-30", COUNTED);
    assertThat(matter.standing().counted()).isEqualTo(3);
    assertThat(matter.standing().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void what_is_only_counted_is_neither_claimed_nor_explained() {
    Matter matter = Matter.meetings().on("2027-01-01", ASSIGNED).on("2027-02-01", COUNTED);
    Verdict claim = matter.judge(matter.claim("2027-03-03"));
    assertThat(claim.refusal()).isEqualTo("kind-does-not-allow");
    assertThat(claim.why()).contains("closes by itself", "COUNTED");
    assertThat(matter.judge(matter.event("2027-07-03", EXPLAINED)).refusal())
        .isEqualTo("kind-does-not-allow");
    assertThat(matter.standing().state().allowed(matter.deadline))
        .contains(COUNTED, CHECKED)
        .doesNotContain(COMPLETION_CLAIMED, EXPLAINED, EXPLANATION_ACCEPTED, VERIFIED);
  }

  @Test
  void an_assignment_after_a_check_changes_nothing() {
    Matter matter = Matter.lasting().verified("2027-10-01", Finding.MET).on("2027-10-20", ASSIGNED);
    assertThat(matter.standing().state()).isEqualTo(State.CLOSED);
    assertThat(matter.verdict(1).effect()).isEqualTo(Effect.WITHOUT_EFFECT);
  }

  @Test
  void a_check_is_taken_out_like_anything_else() {
    Matter matter =
        Matter.lasting().on("2027-10-20", ASSIGNED).verified("2027-11-03", Finding.NOT_MET);
    assertThat(matter.judge(matter.verification("2027-11-04", Finding.MET)).refusal())
        .isEqualTo("state-does-not-allow");
    assertThat(matter.judge(matter.voiding(1)).refused()).isFalse();
    matter.voided(1);
    assertThat(matter.standing().state()).isEqualTo(State.ASSIGNED);
    assertThat(matter.verified("2027-11-04", Finding.MET).standing().state())
        .isEqualTo(State.CLOSED);
  }

  @Test
  void only_a_standing_duty_is_checked_and_it_is_never_claimed() {
    Matter standing = Matter.lasting().on("2027-10-20", ASSIGNED).on("2027-10-25", CHECKED);
    Verdict claim = standing.judge(standing.claim("2027-10-26"));
    assertThat(claim.refusal()).isEqualTo("kind-does-not-allow");
    assertThat(claim.why()).contains("VERIFIED", "outcome MET, NOT_MET or NOT_APPLICABLE");
    for (Matter other :
        new Matter[] {
          Matter.report(), Matter.sessions(), Matter.oneOff(), Matter.answer(), Matter.order()
        }) {
      Verdict check = other.judge(other.verification("2027-09-03", Finding.MET));
      assertThat(check.refusal()).isEqualTo("kind-does-not-allow");
      assertThat(check.why()).contains("STANDING", other.deadline.kind());
    }
    assertThat(standing.standing().state().allowed(standing.deadline))
        .contains(VERIFIED)
        .doesNotContain(EventType.COMPLETION_CLAIMED, EXPLAINED);
  }

  @Test
  void what_was_claimed_under_another_rule_keeps_its_effect() {
    Matter matter = Matter.report().on("2027-10-20", COUNTED).claimed("2027-10-21");
    matter.deadline = Matter.lasting().deadline;
    assertThat(matter.standing().state()).isEqualTo(State.CLAIMED);
  }

  @Test
  void what_was_missed_is_explained_when_it_is_overdue_and_then_accepted() {
    Matter matter = Matter.sessions().on("2027-01-01", ASSIGNED).counted("2027-03-01", 1);
    Verdict early = matter.judge(matter.event("2027-12-31", EXPLAINED));
    assertThat(early.refusal()).isEqualTo("effective-too-early");
    assertThat(early.field()).isEqualTo("effectiveOn");
    Event unheard = matter.event("2028-01-12", EXPLANATION_ACCEPTED);
    assertThat(matter.judge(unheard).refusal()).isEqualTo("explanation-missing");
    assertThat(matter.judge(matter.event("2028-01-11", EXPLAINED)).refused()).isFalse();
    matter.on("2028-01-11", EXPLAINED);
    assertThat(matter.standing().state()).isEqualTo(State.IN_PROGRESS);
    assertThat(matter.standing().explainedOn()).isEqualTo("2028-01-11");
    Event before = matter.event("2028-01-10", EXPLANATION_ACCEPTED);
    assertThat(matter.judge(before).refusal()).isEqualTo("effective-too-early");
    matter.on("2028-01-12", EXPLANATION_ACCEPTED);
    assertThat(matter.standing().state()).isEqualTo(State.UNMET);
    assertThat(matter.judge(matter.count("2027-04-01", Map.of("days", 1))).refusal())
        .isEqualTo("state-does-not-allow");
    assertThat(matter.judge(matter.voiding(2)).refusal()).isEqualTo("history-not-legal");
  }

  @Test
  void what_can_be_made_up_is_not_explained() {
    Matter matter = Matter.report().on("2027-10-01", ASSIGNED);
    Verdict verdict = matter.judge(matter.event("2027-11-02", EXPLAINED));
    assertThat(verdict.refusal()).isEqualTo("kind-does-not-allow");
    assertThat(verdict.why()).contains("MAKE_UP");
    matter.strength("IN_PRINCIPLE");
    assertThat(matter.judge(matter.event("2027-11-02", EXPLAINED)).refused()).isFalse();
  }
}
