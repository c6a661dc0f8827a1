package duban.catalog.snapshot;

import java.time.Instant;

/** What a thing said from one change to the next. */
public record Edition(String id, int version, String json, Instant recordedAt) {

  public <T> T body(Class<T> shape) {
    return Snapshot.read(json, shape);
  }
}
