package duban.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import duban.chassis.contract.Schemas;
import duban.chassis.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The contracts of the topics, as other services read them. */
public final class Contracts {
  private static final Path FOLDER = Path.of("src/main/contract");

  private Contracts() {}

  /** What breaks the schema; empty if nothing does. */
  public static List<String> errors(String event, byte[] body) {
    return Schemas.errors(event + ".v1", new String(body, StandardCharsets.UTF_8));
  }

  public static JsonNode example(String name) {
    return json(text(name + ".v1.example.json"));
  }

  public static JsonNode json(String text) {
    try {
      return Json.contract().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
