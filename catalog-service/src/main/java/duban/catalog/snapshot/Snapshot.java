package duban.catalog.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.chassis.json.Json;

/** A stored snapshot that was just written: its key, its new version, and its body without it. */
public record Snapshot(String id, int version, String json) {

  public <T> T body(Class<T> shape) {
    return read(json, shape);
  }

  /** Reads what this service itself has stored. */
  public static <T> T read(String json, Class<T> shape) {
    try {
      return Json.contract().readValue(json, shape);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored " + shape.getSimpleName() + " is unreadable", e);
    }
  }

  /** The JSON that is stored. */
  public static String write(Object body) {
    try {
      return Json.contract().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No JSON can be made of " + body.getClass(), e);
    }
  }
}
