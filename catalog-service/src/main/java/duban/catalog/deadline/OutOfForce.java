package duban.catalog.deadline;

import duban.catalog.obligation.Obligation;
import duban.catalog.rule.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a duty that would make something of those years makes nothing while it is in force.
 *
 * @param byOccasions whether it waits for occasions, and not for a period to begin
 */
record OutOfForce(Obligation obligation, boolean byOccasions, int from, int to) {

  List<Words> reasons() {
    LocalDate begins = obligation.inForceFrom();
    LocalDate ends = obligation.inForceTo();
    List<Words> reasons = new ArrayList<>();
    if (begins != null && begins.getYear() > to) {
      reasons.add(
          Words.of(
              "自" + begins + "起生效,在所示年份(至" + to + "年)之后。",
              "It is in force from %s, after the last year that is shown, %d."
                  .formatted(begins, to)));
    }
    if (ends != null && ends.getYear() < from) {
      reasons.add(Words.of("有效期至" + ends + ",已经结束。", "It was in force to " + ends + " only."));
    }
    return reasons.isEmpty() ? List.of(within(begins, ends)) : reasons;
  }

  private Words within(@Nullable LocalDate begins, @Nullable LocalDate ends) {
    String time = "(" + told(begins, "不限") + "至" + told(ends, "不限") + ")";
    String english = " (" + told(begins, "open") + " to " + told(ends, "open") + "): ";
    return byOccasions
        ? Words.of(
            "有效期" + time + "内没有触发事项:之前或之后的不算。",
            "No occasion lies within the time in which it is in force"
                + english
                + "what came before or comes after does not count.")
        : Words.of(
            "所示年份内没有在有效期" + time + "内开始的周期:从生效后开始的第一个周期起算。",
            "No period of these years begins while it is in force"
                + english
                + "it begins with the first period that begins then.");
  }

  private static String told(@Nullable LocalDate day, String otherwise) {
    return day == null ? otherwise : day.toString();
  }
}
