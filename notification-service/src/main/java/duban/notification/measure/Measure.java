package duban.notification.measure;

import org.jspecify.annotations.Nullable;

/** A numbered item of the document, as far as an explanation quotes it. */
public record Measure(
    String id,
    long version,
    @Nullable String label,
    @Nullable Integer line,
    @Nullable String text) {}
