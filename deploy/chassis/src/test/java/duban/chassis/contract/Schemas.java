package duban.chassis.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The contracts of the topics that this service owns: {@code src/main/contract/<name>.schema.json}
 * with a name such as {@code deadline.v1}. Needs {@code com.networknt:json-schema-validator}.
 *
 * <p>A schema leaves room for fields that a later release adds, so that whoever reads by it reads
 * on. Whoever writes has no such room: here each object may hold only what its schema names.
 */
public final class Schemas {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FOLDER = Path.of("src/main/contract");
  private static final Map<Path, Schema> READ = new ConcurrentHashMap<>();

  private Schemas() {}

  /** Throws an AssertionError that lists what breaks the schema, with the text. */
  public static void check(String name, byte[] body) {
    var text = new String(body, StandardCharsets.UTF_8);
    var errors = errors(name, text);
    if (!errors.isEmpty()) {
      throw new AssertionError(name + " does not allow " + text + "\n" + errors);
    }
  }

  /** What breaks the schema, a line each; empty if nothing does. Dates and the like are checked. */
  public static List<String> errors(String name, String text) {
    return READ
        .computeIfAbsent(FOLDER.resolve(name + ".schema.json"), Schemas::read)
        .validate(
            text,
            InputFormat.JSON,
            it -> it.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** The bytes of {@code src/main/contract/<name>.example.json} of a service, ours or another's. */
  public static byte[] example(String service, String name) {
    try {
      return Files.readAllBytes(
          Path.of("..", service).resolve(FOLDER).resolve(name + ".example.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema read(Path file) {
    try {
      var schema = JSON.readTree(Files.readString(file));
      close(schema);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
      object.putIfAbsent("additionalProperties", BooleanNode.FALSE);
    }
    schema.forEach(Schemas::close);
  }
}
