package duban.catalog.document;

/** A document to be stored: what it is, and its text. */
public record SourceDocument(
    String id, String title, String ownerId, Openness openness, String sha256, SourceText text) {}
