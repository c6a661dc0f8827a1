package duban.catalog.obligation;

import duban.catalog.edit.Day;
import duban.catalog.edit.Quotation;
import duban.catalog.edit.Refused;
import duban.catalog.measure.Measure;
import duban.catalog.occasion.Vocabulary;
import duban.catalog.unit.Units;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * That obligations rest on words that are printed, and name units that are there. A catalogue file
 * and an edit are checked alike.
 */
public final class ObligationCheck {
  private final Units units;
  private final LinkCheck links;
  private final VocabularyCheck words;

  /**
   * @param known all obligations to which links may lead
   */
  public ObligationCheck(Units units, Vocabulary vocabulary, Collection<Obligation> known) {
    this.units = units;
    this.words = new VocabularyCheck(vocabulary);
    this.links =
        new LinkCheck(
            known.stream().collect(Collectors.toMap(Obligation::id, Function.identity())));
  }

  /** The obligation with its units named by their ids; throws Refused if it cannot be. */
  public Obligation checked(Obligation obligation, Measure measure) {
    obligation
        .complaint()
        .ifPresent(
            complaint -> {
              throw new Refused("invalid-obligation", complaint);
            });
    Day.expect("invalid-obligation", "inForceFrom", obligation.inForceFrom());
    Day.expect("invalid-obligation", "inForceTo", obligation.inForceTo());
    String where = "the text of " + measure.key() + " (line " + measure.line() + ")";
    Quotation.expect("quote", obligation.quote(), measure.text(), where);
    Quotation.expect("subjectQuote", obligation.subjectQuote(), measure.text(), where);
    words.check(obligation);
    links.check(obligation);
    return obligation
        .ofMeasure(measure.id())
        .naming((field, named) -> units.named(field, named).id());
  }
}
