package duban.notification.reminder;

import duban.notification.deadline.Deadline;
import duban.notification.policy.Channel;
import duban.notification.policy.PolicyStep;
import duban.notification.policy.Step;
import duban.notification.policy.Task;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Leaves out what would only be noise: of a short period the steps before it begins, of several on
 * one day all but one, and of what holds only in principle every second one.
 */
record Sparing(Deadline deadline, LocalDate dueOn) {

  private record Place(Channel channel, Task task, LocalDate on) {}

  /** What says most comes last; a pace that is kept is cancelled, so it stands for nothing else. */
  private static final Comparator<StepDay> BY_WEIGHT =
      Comparator.<StepDay, Integer>comparing(it -> weight(it.rule().step()))
          .thenComparing(StepDay::number);

  List<StepDay> of(List<StepDay> all) {
    var some = onePerDay(notTooEarly(all));
    return deadline.inPrinciple() ? everySecond(some) : some;
  }

  /** Of the steps after the date one remains: why it was not done. */
  static Stream<PolicyStep> asksOnce(List<PolicyStep> rules) {
    var before = rules.stream().filter(it -> it.step() != Step.AFTER);
    var asked =
        rules.stream()
            .filter(it -> it.step() == Step.AFTER)
            .limit(1)
            .map(it -> new PolicyStep(Step.AFTER, 1, null, Channel.EMAIL, Task.EXPLAIN));
    return Stream.concat(before, asked);
  }

  /** What opens by being entered tells once, when it opens, what was missed before. */
  private List<StepDay> notTooEarly(List<StepDay> all) {
    var early = all.stream().filter(this::beforeItOpens).toList();
    var kept = new ArrayList<>(all);
    kept.removeAll(early);
    if (deadline.opensWhenEntered()) {
      early.stream().max(Comparator.comparing(StepDay::on)).ifPresent(kept::add);
    }
    return kept;
  }

  private boolean beforeItOpens(StepDay it) {
    return it.rule().step() != Step.LEAD && it.on().isBefore(deadline.opensOn());
  }

  private static List<StepDay> onePerDay(List<StepDay> all) {
    var best = new HashMap<Place, StepDay>();
    for (var it : all) {
      best.merge(
          new Place(it.rule().channel(), it.rule().task(), it.on()),
          it,
          (one, other) -> BY_WEIGHT.compare(one, other) >= 0 ? one : other);
    }
    return all.stream().filter(new HashSet<>(best.values())::contains).toList();
  }

  private static int weight(Step step) {
    return switch (step) {
      case PACE -> 0;
      case BEFORE -> 1;
      case LEAD, DUE -> 2;
      case LATEST_START -> 3;
      case AFTER -> 4;
    };
  }

  /** Before the date, counted back from the last; and what is asked after it. */
  private List<StepDay> everySecond(List<StepDay> all) {
    var days =
        all.stream()
            .map(StepDay::on)
            .filter(it -> it.isBefore(dueOn))
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    return all.stream()
        .filter(it -> it.rule().step() == Step.AFTER || days.indexOf(it.on()) % 2 == 0)
        .toList();
  }
}
