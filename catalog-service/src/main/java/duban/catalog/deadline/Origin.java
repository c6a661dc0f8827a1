package duban.catalog.deadline;

import duban.catalog.obligation.Obligation;
import duban.catalog.rule.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deadline was made from.
 *
 * @param version of the obligation
 * @param madeOn absent where it was withdrawn since
 * @param settled finished or withdrawn: never made again
 * @param changedSince what is another now
 * @param notKept what is shown as it stood when editions began to be kept, for it was changed
 *     between the making and that
 */
record Origin(
    Obligation obligation,
    int version,
    Basis basis,
    @Nullable LocalDate madeOn,
    boolean settled,
    List<Ground> changedSince,
    List<Ground> notKept) {

  /** What has to be said beside how it is reckoned; nothing if all of it still stands. */
  Words inWords() {
    return byWhich().and(since());
  }

  private Words byWhich() {
    Words made = madeOn == null ? Words.NONE : Words.of("(" + madeOn + ")", " on " + madeOn);
    if (!notKept.isEmpty()) {
      Words unknown = Ground.inWords(notKept);
      return Words.of(
          "生成时%s的%s没有留存,以上按留存的最早一版(规则第%d版),不一定能推出该日期。"
              .formatted(made.chinese(), unknown.chinese(), version),
          " How these stood when it was made%s is not known: %s. This goes by the oldest that are kept (version %d of the rule), from which the date may not follow."
              .formatted(made.english(), unknown.english(), version));
    }
    return changedSince.isEmpty()
        ? Words.NONE
        : Words.of(
            "以上按生成时%s的规则第%d版、单位名单和工作日历。".formatted(made.chinese(), version),
            " It was made%s by version %d of the rule, and by the units and the calendar of then."
                .formatted(made.english(), version));
  }

  private Words since() {
    if (changedSince.isEmpty()) {
      return Words.NONE;
    }
    Words changed = Ground.inWords(changedSince);
    Words said =
        Words.of("此后已改:" + changed.chinese() + "。", " Changed since: " + changed.english() + ".");
    return settled
        ? said.and(Words.of("已办结或已撤销的,不再重算。", " What is finished or withdrawn is not made again."))
        : said;
  }
}
