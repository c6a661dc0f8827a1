package duban.catalog.document;

import duban.catalog.unit.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A document without its text.
 *
 * @param sha256 of the exact bytes that {@code /text} answers
 */
record DocumentView(
    String id,
    String title,
    @Nullable UnitRef owner,
    Openness openness,
    String sha256,
    int lineCount) {}
