package duban.catalog.importing;

import duban.catalog.document.DocumentMetadata;
import duban.catalog.document.DocumentRepository;
import duban.catalog.document.PrintedItem;
import duban.catalog.document.SourceDocument;
import duban.catalog.measure.Measure;
import duban.catalog.measure.MeasureRepository;
import duban.catalog.measure.MeasureStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores the document of a catalogue, whose text never changes, and its measures. */
@ApplicationScoped
class SourceImport {
  private static final Kind<Document> DOCUMENT =
      new Kind<>("document", Document::id, it -> it.says().title(), Set.of());

  private final DocumentRepository documents;
  private final MeasureRepository known;
  private final MeasureStore measures;

  SourceImport(DocumentRepository documents, MeasureRepository known, MeasureStore measures) {
    this.documents = documents;
    this.known = known;
    this.measures = measures;
  }

  /** What may change of it. */
  private record Document(
      String id, @com.fasterxml.jackson.annotation.JsonUnwrapped DocumentMetadata says) {}

  void load(SourceDocument source, List<PrintedItem> items, Comparison comparison) {
    var file = new DocumentMetadata(source.title(), source.ownerId(), source.openness());
    var here = documents.metadata(source.id()).map(it -> new Document(source.id(), it)).stream();
    var taken = comparison.taken(DOCUMENT, List.of(new Document(source.id(), file)), here.toList());
    documents.save(source);
    if (!documents.storedSha256(source.id()).equals(source.sha256())) {
      throw new CatalogueRefused(
          "document.sha256",
          "The document "
              + source.id()
              + " is stored with another text: a source text never"
              + " changes, so give the new edition another id");
    }
    if (!taken.isEmpty()) {
      documents.change(source.id(), source.title(), source.ownerId(), source.openness());
    }
    measures(source.id(), items, comparison);
    measures.follow();
  }

  private void measures(String documentId, List<PrintedItem> items, Comparison comparison) {
    List<Measure> here = known.of(documentId);
    // What is odd about an item depends on those before it: where staff wrote one, all stay.
    Set<String> groups =
        here.stream()
            .filter(it -> comparison.isWritten(Kind.MEASURE, it))
            .map(SourceImport::group)
            .collect(Collectors.toSet());
    List<Measure> file =
        items.stream()
            .map(it -> Measure.of(documentId, it))
            .filter(it -> !groups.contains(group(it)))
            .toList();
    Set<String> taken =
        comparison.taken(Kind.MEASURE, file, here).stream()
            .map(Measure::key)
            .collect(Collectors.toSet());
    measures.save(
        documentId,
        items.stream().filter(it -> taken.contains(Measure.of(documentId, it).key())).toList());
  }

  private static String group(Measure measure) {
    return measure.conference().id() + "/" + measure.topic().id();
  }
}
