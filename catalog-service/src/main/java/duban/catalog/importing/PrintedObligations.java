package duban.catalog.importing;

import duban.catalog.document.PrintedItem;
import duban.catalog.edit.Refused;
import duban.catalog.measure.Measure;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.ObligationCheck;
import duban.catalog.occasion.Vocabulary;
import duban.catalog.unit.Units;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The obligations of a catalogue file, which name measures by where they stand in its document. */
final class PrintedObligations {
  private final Map<String, Measure> measures;
  private final Units units;
  private final Vocabulary vocabulary;

  PrintedObligations(
      String documentId, List<PrintedItem> items, Units units, Vocabulary vocabulary) {
    this.measures =
        items.stream()
            .map(item -> Measure.of(documentId, item))
            .collect(Collectors.toMap(Measure::key, Function.identity()));
    this.units = units;
    this.vocabulary = vocabulary;
  }

  /** With the ids of their measures. */
  List<Obligation> checked(List<Obligation> obligations) {
    Set<String> ids = new HashSet<>();
    ObligationCheck check =
        new ObligationCheck(
            units,
            vocabulary,
            obligations.stream()
                .filter(it -> it.id() != null)
                .collect(Collectors.toMap(Obligation::id, Function.identity(), (one, same) -> one))
                .values());
    return obligations.stream()
        .map(
            each -> {
              if (each.id() == null || !each.id().matches("[A-Za-z0-9-]+")) {
                throw refused(each, "id must be letters, digits and hyphens");
              }
              if (!ids.add(each.id())) {
                throw refused(each, "id stands twice");
              }
              return checked(each, check);
            })
        .toList();
  }

  private Obligation checked(Obligation obligation, ObligationCheck check) {
    Measure measure = measures.get(obligation.measureId());
    if (measure == null) {
      throw refused(
          obligation,
          "measureId is '"
              + obligation.measureId()
              + "', but must be conference/topic/ordinal"
              + " of an item of the document, such as 2015/T2/1");
    }
    try {
      return check.checked(obligation, measure);
    } catch (Refused e) {
      throw refused(obligation, String.valueOf(e.getMessage()));
    }
  }

  static CatalogueRefused refused(Obligation obligation, String complaint) {
    return new CatalogueRefused(
        "obligations." + obligation.id() + "." + complaint.split("[ :,]", 2)[0],
        "The obligation " + obligation.id() + ": " + complaint);
  }
}
