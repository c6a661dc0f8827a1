package duban.catalog.importing;

import duban.catalog.document.PrintedItem;
import duban.catalog.measure.Measure;
import duban.catalog.obligation.Obligation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** That obligations rest on words that are printed, and name units that are there. */
final class ObligationCheck {
  private final Map<String, Measure> measures;
  private final UnitTree units;

  ObligationCheck(String documentId, List<PrintedItem> items, UnitTree units) {
    this.measures =
        items.stream()
            .map(item -> Measure.of(documentId, item))
            .collect(Collectors.toMap(Measure::key, Function.identity()));
    this.units = units;
  }

  /** The obligations with the ids of their measures. */
  List<Obligation> checked(List<Obligation> obligations) {
    Set<String> ids = new HashSet<>();
    return obligations.stream()
        .map(
            each -> {
              if (each.id() == null || !each.id().matches("[A-Za-z0-9-]+")) {
                throw refused(each, "id must be letters, digits and hyphens");
              }
              if (!ids.add(each.id())) {
                throw refused(each, "id stands twice");
              }
              return checked(each);
            })
        .toList();
  }

  private Obligation checked(Obligation obligation) {
    Measure measure = measures.get(obligation.measureId());
    if (measure == null) {
      throw refused(
          obligation,
          "measureId is '"
              + obligation.measureId()
              + "', but must be conference/topic/ordinal"
              + " of an item of the document, such as 2015/T2/1");
    }
    obligation
        .complaint()
        .ifPresent(
            complaint -> {
              throw refused(obligation, complaint);
            });
    expectPrinted(obligation, measure, "quote", obligation.quote());
    expectPrinted(obligation, measure, "subjectQuote", obligation.subjectQuote());
    obligation.unitCodes().forEach(code -> units.expect("The obligation " + obligation.id(), code));
    return obligation.ofMeasure(measure.id());
  }

  private static void expectPrinted(
      Obligation obligation, Measure measure, String field, @Nullable String quote) {
    if (quote != null && (quote.isBlank() || !measure.text().contains(quote))) {
      throw refused(
          obligation,
          field
              + " must be a stretch of the text of "
              + measure.key()
              + " (line "
              + measure.line()
              + "), to the letter, but is '"
              + quote
              + "'");
    }
  }

  private static CatalogueRefused refused(Obligation obligation, String complaint) {
    return new CatalogueRefused("The obligation " + obligation.id() + ": " + complaint);
  }
}
