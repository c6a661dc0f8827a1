package duban.catalog.deadline;

import duban.catalog.obligation.History;
import duban.catalog.obligation.Obligation;
import duban.catalog.rule.DatedPace;
import duban.catalog.rule.OneOff;
import duban.catalog.rule.Words;
import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would make of the coming years. Nothing of it is stored.
 *
 * @param from the first year
 * @param to the last year
 * @param count how many there are, also beyond those that are shown
 * @param deadlines in the order of their dates, at most 1000
 * @param sentence if there are none, why, in Chinese
 * @param english the same
 */
record Preview(
    int from,
    int to,
    int count,
    List<Line> deadlines,
    @Nullable String sentence,
    @Nullable String english) {
  private static final int SHOWN = 1000;

  /**
   * One deadline, with how it comes about.
   *
   * @param tally true: it is only counted how often it happened
   * @param sentence complete enough to do it again by hand, in Chinese
   * @param english the same
   */
  record Line(
      UUID id,
      UnitRef unit,
      String period,
      @Nullable String checkpoint,
      @Nullable UUID occasionId,
      @Nullable Boolean tally,
      LocalDate opensOn,
      LocalDate dueOn,
      @Nullable LocalDate rolledFrom,
      @Nullable Integer required,
      List<DatedPace> pace,
      @Nullable LocalDate latestStartOn,
      @Nullable LocalDate coDueOn,
      boolean provisional,
      String sentence,
      String english) {

    static Line of(Deadline it, Words words) {
      return new Line(
          it.id(),
          it.unit(),
          it.period(),
          it.checkpoint(),
          it.occasionId(),
          it.tally(),
          it.opensOn(),
          it.dueOn(),
          it.rolledFrom(),
          it.required(),
          it.pace(),
          it.latestStartOn(),
          it.coDueOn(),
          it.provisional(),
          words.chinese(),
          words.english());
    }
  }

  /**
   * Of a rule as it stands, or would stand.
   *
   * @param all the stored obligations, of which some may replace it
   */
  static Preview of(Obligation obligation, List<Obligation> all, Basis basis, int from, int to) {
    List<Deadline> made =
        new Schedule(basis, all)
            .of(List.of(obligation), from, to)
            .sorted(Comparator.comparing(Deadline::dueOn).thenComparing(Deadline::id))
            .toList();
    List<Line> lines =
        made.stream()
            .limit(SHOWN)
            .map(it -> Line.of(it, new Reckoning(it, obligation, basis).inWords()))
            .toList();
    Words why = made.isEmpty() ? why(obligation) : Words.NONE;
    return new Preview(
        from,
        to,
        made.size(),
        lines,
        made.isEmpty() ? why.chinese() : null,
        made.isEmpty() ? why.english() : null);
  }

  private static Words why(Obligation obligation) {
    if (!obligation.strength().makesDeadlines()) {
      return Words.of("可以做或争取做的,只列入年度任务清单。", "What may be done stands in the yearly list only.");
    }
    if (obligation.history() == History.TO_DECIDE) {
      return Words.of("往届举措,尚待认定。", "Of an earlier conference: nobody has decided on it yet.");
    }
    if (!obligation.makesDeadlines()) {
      return Words.of("已认定不再督办。", "It was decided that it is pursued no more.");
    }
    if (obligation.rule() instanceof OneOff once && once.due() == null) {
      return Words.of("尚未定时限。", "Nobody has set its date yet.");
    }
    if (obligation.who().responsible().isEmpty()) {
      return Words.of("尚无责任单位。", "Nobody is named as responsible yet.");
    }
    if (obligation.who().appliesWhen() != null) {
      return Words.of("尚未认定适用于任何单位。", "It was answered for no unit that it applies.");
    }
    return Words.of(
        "这几年没有要办的:不在有效期内、没有触发事项,或者已被取代。",
        "Nothing is owed in these years: it is not in force, nothing occasions it, or it is replaced.");
  }
}
