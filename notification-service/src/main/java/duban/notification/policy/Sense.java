package duban.notification.policy;

import duban.chassis.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses steps that contradict themselves or each other. */
final class Sense {

  private static final Set<Task> MAILED = Set.of(Task.NOTICE, Task.EXPLAIN);
  private static final Set<Task> STAFF = Set.of(Task.TELEPHONE, Task.FURTHER);

  private record Where(Step step, int days, Channel channel) {}

  private Sense() {}

  static void check(List<PolicyStep> steps) {
    var seen = new HashSet<Where>();
    for (int i = 0; i < steps.size(); i++) {
      var it = steps.get(i);
      var field = "steps[" + i + "]";
      daysFit(field + ".days", it);
      if (it.channel() != channelOf(it.task())) {
        throw wrong(field + ".channel", it.task() + " goes by " + channelOf(it.task()));
      }
      if (it.task() == Task.EXPLAIN && it.step() != Step.AFTER) {
        throw wrong(field + ".step", "EXPLAIN is asked AFTER the date only");
      }
      if (!seen.add(new Where(it.step(), it.number(-1), it.channel()))) {
        throw wrong(field, "the same step with the same days and channel stands there twice");
      }
    }
  }

  private static void daysFit(String field, PolicyStep it) {
    if (it.days() != null && it.span() != null) {
      throw wrong(field, "give working days or a span, not both");
    }
    switch (it.step()) {
      case LEAD -> {} // as many as the duty says, or as many as given
      case DUE, LATEST_START -> {
        if (it.number(0) != 0) {
          throw wrong(field, it.step() + " has its own day; leave days and span out");
        }
      }
      case PACE, BEFORE, AFTER -> {
        if (it.days() == null && it.span() == null) {
          throw wrong(
              field, it.step() + " needs days, a number of working days, or a span such as P6M");
        }
      }
    }
  }

  private static Channel channelOf(Task task) {
    if (MAILED.contains(task)) {
      return Channel.EMAIL;
    }
    return STAFF.contains(task) ? Channel.STAFF : Channel.LETTER;
  }

  private static RuntimeException wrong(String field, String right) {
    return Problems.unprocessable("policy-contradiction", field + ": " + right, field);
  }
}
