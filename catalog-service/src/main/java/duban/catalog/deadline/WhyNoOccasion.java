package duban.catalog.deadline;

import duban.catalog.occasion.Occasion;
import duban.catalog.occasion.OccasionType;
import duban.catalog.rule.EachTime;
import duban.catalog.rule.Words;
import java.util.List;

/** Why no occasion makes anything due by a rule, whatever its time in force. */
record WhyNoOccasion(EachTime rule, Basis basis) {

  List<Words> reasons() {
    OccasionType type = basis.types().get(rule.occasion());
    if (type == null) {
      return List.of(Words.of("没有这类触发事项。", "There is no such type of occasions."));
    }
    if (!type.makesDeadlines()) {
      return List.of(
          Words.of(
              type.name() + "召开频繁,只计次;先后次序的要求没有可计的。",
              type.name()
                  + " is held often and only counted; of an order there is nothing to count."));
    }
    List<Occasion> there =
        basis.occasions().stream()
            .filter(it -> it.type().equals(type.id()) && !it.cancelled())
            .toList();
    if (there.isEmpty()) {
      return List.of(
          Words.of("尚未录入" + type.name() + "。", "No occasion of " + type.name() + " is entered."));
    }
    List<Occasion> meant = there.stream().filter(rule::isMeant).toList();
    if (meant.isEmpty()) {
      return List.of(
          Words.of(
              "已录入的" + type.name() + "都不符合 rule.when 的条件。",
              "No occasion of " + type.name() + " is such as rule.when says."));
    }
    return List.of(
        meant.stream().allMatch(it -> it.date() == null)
            ? Words.of(
                type.name() + "日期未定,规则也没有写明未定时的时限(fallbackDue)。",
                type.name() + " has no date yet, and the rule no fallbackDue for that time.")
            : Words.of(
                type.name() + "引起的时限都在所示年份之前。",
                "What " + type.name() + " made due lies before the years that are shown."));
  }
}
