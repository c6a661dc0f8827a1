package duban.status.fold;

import static duban.status.fold.EventType.ACCEPTED;
import static duban.status.fold.EventType.ASSIGNED;
import static duban.status.fold.EventType.CHECKED;
import static duban.status.fold.EventType.CLOSED;
import static duban.status.fold.EventType.COMPLETION_CLAIMED;
import static duban.status.fold.EventType.COUNTED;
import static duban.status.fold.EventType.EVIDENCE_ADDED;
import static duban.status.fold.EventType.PLAN_HEARD;
import static duban.status.fold.EventType.PROGRESS_REPORTED;
import static duban.status.fold.EventType.SIGNED_FOR;
import static org.assertj.core.api.Assertions.assertThat;

import duban.status.fold.Standing.DueFrom;
import duban.status.fold.Verdict.Effect;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldTest {

  @Test
  void nothing_happened_is_not_open() {
    assertThat(Matter.report().standing().state()).isEqualTo(State.NOT_OPEN);
  }

  @Test
  void a_report_goes_from_assignment_to_closing() {
    Matter matter = Matter.report().on("2027-10-01", ASSIGNED);
    assertThat(matter.standing().state()).isEqualTo(State.ASSIGNED);
    matter.on("2027-10-08", SIGNED_FOR);
    assertThat(matter.standing().state()).isEqualTo(State.IN_PROGRESS);
    matter.on("2027-10-20", COUNTED);
    assertThat(matter.standing().counted()).isEqualTo(1);
    assertThat(matter.standing().state()).isEqualTo(State.IN_PROGRESS);
    matter.claimed("2027-10-21");
    assertThat(matter.standing().state()).isEqualTo(State.CLAIMED);
    matter.on("2027-10-22", ACCEPTED);
    assertThat(matter.standing().state()).isEqualTo(State.ACCEPTED);
    matter.on("2027-10-22", CLOSED);
    assertThat(matter.standing().state()).isEqualTo(State.CLOSED);
    assertThat(matter.standing().fulfilledOn()).isEqualTo("2027-10-20");
  }

  @Test
  void a_fact_before_the_receipt_counts_as_receipt() {
    assertThat(Matter.report().on("2027-09-20", CHECKED).standing().state())
        .isEqualTo(State.IN_PROGRESS);
    assertThat(
            Matter.report()
                .on("2027-10-01", ASSIGNED)
                .on("2027-10-02", PROGRESS_REPORTED)
                .standing()
                .state())
        .isEqualTo(State.IN_PROGRESS);
  }

  @Test
  void an_assignment_after_work_began_changes_nothing() {
    Matter matter = Matter.report().on("2027-09-20", CHECKED).on("2027-10-01", ASSIGNED);
    assertThat(matter.standing().state()).isEqualTo(State.IN_PROGRESS);
    assertThat(matter.verdict(1).effect()).isEqualTo(Effect.WITHOUT_EFFECT);
  }

  @Test
  void each_state_allows_what_the_table_says_and_nothing_else() {
    assertAllowed(
        Matter.report(),
        EnumSet.of(
            PLAN_HEARD,
            PROGRESS_REPORTED,
            CHECKED,
            EventType.REVIEWED_AT_MEETING,
            COUNTED,
            EVIDENCE_ADDED));
    Matter assigned = Matter.report().on("2027-10-01", ASSIGNED);
    assertAllowed(
        assigned,
        EnumSet.of(
            SIGNED_FOR,
            PLAN_HEARD,
            PROGRESS_REPORTED,
            CHECKED,
            EventType.REVIEWED_AT_MEETING,
            COUNTED,
            EVIDENCE_ADDED));
    Matter claimed = Matter.report().on("2027-10-20", COUNTED).claimed("2027-10-21");
    assertAllowed(claimed, EnumSet.of(COUNTED, ACCEPTED, EventType.REWORK_ORDERED));
    Matter closed = claimed.on("2027-10-22", ACCEPTED).on("2027-10-22", CLOSED);
    assertAllowed(closed, EnumSet.of(COUNTED));
  }

  private static void assertAllowed(Matter matter, Set<EventType> allowed) {
    Set<EventType> tried = EventType.byClients();
    tried.remove(EventType.VOIDED);
    for (EventType type : tried) {
      Verdict verdict = matter.judge(matter.event("2027-12-01", type));
      assertThat(
              "state-does-not-allow".equals(verdict.refusal())
                  || "kind-does-not-allow".equals(verdict.refusal()))
          .as("%s in %s", type, matter.standing().state())
          .isEqualTo(!allowed.contains(type));
    }
  }

  @Test
  void a_checkpoint_is_accepted_by_the_event_that_completes_it() {
    Matter matter = Matter.checkpoint("PLAN_HEARD", false).on("2027-03-01", CHECKED);
    assertThat(matter.standing().state()).isEqualTo(State.IN_PROGRESS);
    matter.on("2027-04-01", PLAN_HEARD);
    assertThat(matter.standing().state()).isEqualTo(State.ACCEPTED);
    assertThat(matter.standing().fulfilledOn()).isEqualTo("2027-04-01");
  }

  @Test
  void what_is_rated_waits_for_its_rating() {
    Matter matter = Matter.checkpoint("PLAN_HEARD", true).on("2027-04-01", PLAN_HEARD);
    assertThat(matter.standing().state()).isEqualTo(State.ACCEPTED);
    assertThat(matter.rated("2027-05-10", Rating.BASICALLY_SATISFIED, null).standing().state())
        .isEqualTo(State.CLOSED);
  }

  @Test
  void who_is_not_satisfied_gets_it_done_again_by_a_new_date() {
    Matter matter =
        Matter.checkpoint("PLAN_HEARD", true)
            .on("2027-04-01", PLAN_HEARD)
            .rated("2027-05-10", Rating.DISSATISFIED, "2027-06-10");
    assertThat(matter.standing().state()).isEqualTo(State.REWORK);
    assertThat(matter.standing().effectiveDueOn()).isEqualTo("2027-06-10");
    assertThat(matter.standing().fulfilledOn()).isNull();
    assertThat(matter.on("2027-06-01", PLAN_HEARD).standing().state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void a_rework_sets_the_date_also_to_an_earlier_one() {
    Matter matter =
        Matter.sessions()
            .counted("2027-03-01", 1)
            .counted("2027-04-01", 1)
            .claimed("2027-05-01")
            .reworkUntil("2027-05-10", "2027-07-15");
    assertThat(matter.standing().effectiveDueOn()).isEqualTo("2027-07-15");
    assertThat(matter.standing().dueFrom()).isEqualTo(DueFrom.REWORK);
  }

  @Test
  void a_date_given_anew_wins_over_a_rework_only_if_it_is_later() {
    Matter matter =
        Matter.report()
            .on("2027-10-20", COUNTED)
            .claimed("2027-10-20")
            .reworkUntil("2027-10-21", "2027-11-19");
    assertThat(matter.dueOn("2027-11-05").standing().effectiveDueOn()).isEqualTo("2027-11-19");
    assertThat(matter.dueOn("2027-12-03").standing().effectiveDueOn()).isEqualTo("2027-12-03");
    assertThat(matter.standing().dueFrom()).isEqualTo(DueFrom.NEWER_RULE);
  }

  @Test
  void a_claim_needs_its_count_with_effect_by_its_day() {
    Matter matter = Matter.sessions().counted("2027-03-01", 1).counted("2027-05-01", 1);
    assertThat(matter.judge(matter.claim("2027-04-01")).refusal()).isEqualTo("count-not-reached");
    assertThat(matter.judge(matter.claim("2027-05-01")).refused()).isFalse();
  }

  @Test
  void a_claim_needs_evidence_with_it_or_before_it() {
    Matter matter = Matter.report().on("2027-10-20", COUNTED);
    Event bare = matter.event("2027-10-21", COMPLETION_CLAIMED);
    assertThat(matter.judge(bare).refusal()).isEqualTo("evidence-missing");
    assertThat(matter.judge(matter.claim("2027-10-21")).refused()).isFalse();
  }

  @Test
  void a_step_does_not_take_effect_before_the_step_that_it_follows() {
    Matter matter = Matter.report().on("2027-10-20", COUNTED).claimed("2027-10-21");
    assertThat(matter.judge(matter.event("2027-10-20", ACCEPTED)).field()).isEqualTo("effectiveOn");
    assertThat(matter.judge(matter.event("2027-10-21", ACCEPTED)).refused()).isFalse();
  }

  @Test
  void voiding_computes_the_state_again() {
    Matter matter = Matter.report().on("2027-10-01", ASSIGNED).on("2027-10-20", COUNTED).voided(1);
    assertThat(matter.standing().state()).isEqualTo(State.ASSIGNED);
    assertThat(matter.standing().counted()).isZero();
    assertThat(matter.verdict(1).effect()).isEqualTo(Effect.VOIDED);
  }

  @Test
  void voiding_an_acceptance_takes_the_closing_with_it() {
    Matter matter =
        Matter.report()
            .on("2027-10-20", COUNTED)
            .claimed("2027-10-21")
            .on("2027-10-22", ACCEPTED)
            .on("2027-10-22", CLOSED);
    assertThat(matter.judge(matter.voiding(2)).refused()).isFalse();
    matter.voided(2);
    assertThat(matter.standing().state()).isEqualTo(State.CLAIMED);
    assertThat(matter.verdict(3).effect()).isEqualTo(Effect.WITHOUT_EFFECT);
  }

  @Test
  void voiding_is_refused_if_what_remains_could_not_have_happened() {
    Matter matter =
        Matter.report().on("2027-10-20", COUNTED).claimed("2027-10-21").on("2027-10-22", ACCEPTED);
    assertThat(matter.judge(matter.voiding(1)).refusal()).isEqualTo("history-not-legal");
    assertThat(matter.judge(matter.voiding(0)).refusal()).isEqualTo("history-not-legal");
  }

  @Test
  void what_happens_after_a_withdrawal_is_kept_without_effect() {
    Matter matter = Matter.report().withdrawn().on("2027-10-20", COUNTED);
    assertThat(matter.judge(matter.event("2027-10-21", COUNTED)).refused()).isFalse();
    assertThat(matter.standing().state()).isEqualTo(State.WITHDRAWN);
    assertThat(matter.standing().counted()).isZero();
    assertThat(matter.verdict(0).why()).contains("withdrawn");
  }

  @Test
  void the_state_of_an_earlier_day_is_that_of_a_legal_history() {
    Matter matter =
        Matter.report()
            .on("2027-10-01", ASSIGNED)
            .on("2027-10-20", COUNTED)
            .claimed("2027-10-22")
            .on("2027-10-25", ACCEPTED)
            .on("2027-10-25", CLOSED);
    assertThat(asOf(matter, "2027-09-30")).isEqualTo(State.NOT_OPEN);
    assertThat(asOf(matter, "2027-10-19")).isEqualTo(State.ASSIGNED);
    assertThat(asOf(matter, "2027-10-21")).isEqualTo(State.IN_PROGRESS);
    assertThat(asOf(matter, "2027-10-24")).isEqualTo(State.CLAIMED);
    assertThat(asOf(matter, "2027-10-25")).isEqualTo(State.CLOSED);
  }

  private static State asOf(Matter matter, String day) {
    return Fold.of(
            matter.deadline,
            matter.events.stream()
                .filter(event -> !event.effectiveOn().isAfter(LocalDate.parse(day)))
                .toList())
        .standing()
        .state();
  }
}
