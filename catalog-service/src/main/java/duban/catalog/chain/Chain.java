package duban.catalog.chain;

import duban.catalog.measure.Source;
import duban.catalog.obligation.History;
import duban.catalog.obligation.Link;
import duban.catalog.obligation.Strength;
import duban.catalog.rule.Words;
import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what is demanded went on from conference to conference.
 *
 * @param obligations the oldest first
 * @param links what one did to an earlier one, in the order of the later ones
 */
record Chain(List<Part> obligations, List<Step> links) {

  /**
   * One obligation.
   *
   * @param measure absent for who sees the duty and not the document
   * @param responsible as it names them
   * @param paused true: whether a later one replaces it is still to be decided, and it makes no
   *     deadlines
   */
  record Part(
      String id,
      String measureId,
      @Nullable Source measure,
      String title,
      String quote,
      @Nullable String subjectQuote,
      List<UnitRef> responsible,
      Strength strength,
      Words rule,
      @Nullable LocalDate inForceFrom,
      @Nullable LocalDate inForceTo,
      @Nullable History history,
      boolean paused) {}

  /**
   * A link.
   *
   * @param later the id of the one that has it
   * @param earlier the id of the one to which it leads
   * @param weaker why the later one asks for less; empty if it does not
   */
  record Step(
      String later,
      String earlier,
      Link.Type type,
      Link.Status status,
      List<Change> changes,
      List<Weaker> weaker) {}
}
