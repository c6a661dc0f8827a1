package duban.status.measure;

import org.jspecify.annotations.Nullable;

/** The fields of a measure that are used here. */
record MeasureCopy(
    @Nullable String id,
    long version,
    @Nullable Part conference,
    @Nullable Part topic,
    @Nullable String text,
    @Nullable String openness) {

  /** A conference or a topic. */
  record Part(@Nullable String id) {}

  String key() {
    return String.valueOf(id);
  }

  /** Whether anybody may read it; a catalog that does not say so keeps it to itself. */
  boolean open() {
    return "OPEN".equals(openness);
  }

  static @Nullable String id(@Nullable Part part) {
    return part == null ? null : part.id();
  }
}
