package duban.catalog.naive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** JSON from the classpath and from a test's own words. */
final class Files {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Files() {}

  static ObjectNode shipped() {
    return (ObjectNode) resource("/catalogue/chaoyang.json");
  }

  static JsonNode resource(String path) {
    try (var in = Files.class.getResourceAsStream(path)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With apostrophes for quotation marks. */
  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For tests that ask nothing of the ids. */
  static UUID anyNamespace() {
    return new UUID(0, 0);
  }
}
