package duban.catalog.document;

import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.UnitRepository;
import org.jspecify.annotations.Nullable;

/**
 * A document without its text.
 *
 * @param sha256 of the exact bytes that {@code /text} answers
 */
record DocumentView(
    String id,
    int version,
    String title,
    @Nullable UnitRef owner,
    Openness openness,
    String sha256,
    int lineCount) {

  static DocumentView of(DocumentEntity document, UnitRepository units) {
    return new DocumentView(
        document.id,
        document.version,
        document.title,
        units.ref(document.ownerId).orElse(null),
        Openness.valueOf(document.openness),
        document.sha256,
        document.lineCount);
  }
}
