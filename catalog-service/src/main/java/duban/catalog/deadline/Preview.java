package duban.catalog.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.catalog.obligation.Obligation;
import duban.catalog.rule.DatedPace;
import duban.catalog.rule.Words;
import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would make of the coming years. Nothing of it is stored.
 *
 * @param from the first year
 * @param to the last year
 * @param count how many there are, also beyond those that are shown
 * @param deadlines in the order of their dates, at most 1000
 * @param reasons if there are none, all that stands in the way
 * @param sentence the same in one, in Chinese
 * @param english the same
 */
record Preview(
    int from,
    int to,
    int count,
    List<Line> deadlines,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Obstacle> reasons,
    @Nullable String sentence,
    @Nullable String english) {
  private static final int SHOWN = 1000;

  /**
   * Why there is none.
   *
   * @param sentence in Chinese
   * @param english the same
   */
  record Obstacle(String sentence, String english) {
    static Obstacle of(Words words) {
      return new Obstacle(words.chinese(), words.english());
    }
  }

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
    List<Obstacle> reasons =
        made.isEmpty()
            ? WhyNone.reasons(obligation, all, basis, from, to).stream().map(Obstacle::of).toList()
            : List.of();
    return new Preview(
        from,
        to,
        made.size(),
        lines,
        reasons,
        joined(reasons, "", Obstacle::sentence),
        joined(reasons, " ", Obstacle::english));
  }

  private static @Nullable String joined(
      List<Obstacle> reasons, String between, Function<Obstacle, String> text) {
    return reasons.isEmpty()
        ? null
        : reasons.stream().map(text).collect(Collectors.joining(between));
  }
}
