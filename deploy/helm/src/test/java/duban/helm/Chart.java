package duban.helm;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The chart, as Helm sees it. */
final class Chart {

  /** A key that stands twice is an error, not the second one. */
  static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  static final Path FOLDER = Repository.ROOT.resolve("deploy/helm/duban");
  static final String NAMESPACE = "supervision";
  private static final Map<JsonNode, Rendered> RENDERED = new ConcurrentHashMap<>();

  private Chart() {}

  static List<String> examples() {
    try (Stream<Path> files = Files.list(FOLDER.resolve("ci"))) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The values of a file in {@code ci/}, overlaid with more, given as YAML. */
  static ObjectNode values(String example, String more) {
    return overlay(parse(FOLDER.resolve("ci").resolve(example)), yaml(more));
  }

  static ObjectNode parse(Path file) {
    return yaml(Repository.text(file));
  }

  static ObjectNode yaml(String text) {
    try {
      var read = YAML.readTree(text);
      return read instanceof ObjectNode object ? object : YAML.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Helm merges values: objects key by key, all else replaced. */
  static ObjectNode overlay(ObjectNode below, ObjectNode above) {
    above
        .properties()
        .forEach(
            it -> {
              if (it.getValue() instanceof ObjectNode more
                  && below.get(it.getKey()) instanceof ObjectNode less) {
                overlay(less, more);
              } else {
                below.set(it.getKey(), it.getValue());
              }
            });
    return below;
  }

  static Rendered render(String example) {
    return render(example, "");
  }

  /** Rendered once for all who ask: whoever spoils an object spoils a copy. */
  static Rendered render(String example, String more) {
    return RENDERED.computeIfAbsent(values(example, more), it -> new Rendered(template(it)));
  }

  /** With these values and the chart's own, of no example. */
  static Rendered renderAlone(String values) {
    return new Rendered(template(yaml(values)));
  }

  /** With objects called {@code duban-…}, whatever the example calls them. */
  static Rendered renderAsDuban(String example) {
    var renamed = values(example, "").has("fullnameOverride");
    return renamed ? render(example, "fullnameOverride: ''") : render(example);
  }

  /** What Helm says when it refuses. */
  static String refusal(String example, String more) {
    try {
      template(values(example, more));
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
    throw new AssertionError("It was rendered: " + more);
  }

  private static String template(JsonNode values) {
    return with(
        values,
        file ->
            new Helm(FOLDER)
                .template()
                .withName("duban")
                .withNamespace(NAMESPACE)
                .withKubeVersion("1.33.0")
                .withValuesFile(file)
                .call());
  }

  /** What Helm says after an installation. */
  static String notes(String example) {
    var output =
        with(
            values(example, ""),
            file ->
                new Helm(FOLDER)
                    .install()
                    .clientOnly()
                    .dryRun()
                    .withName("duban")
                    .withNamespace(NAMESPACE)
                    .withKubeVersion("1.33.0")
                    .withValuesFile(file)
                    .call()
                    .getOutput());
    return output.substring(output.indexOf("NOTES:\n") + "NOTES:\n".length());
  }

  /** Lints strictly a copy of the chart whose own values are these. */
  static LintResult lint(String example) {
    try {
      var copy = Files.createTempDirectory("chart").resolve("duban");
      try (var files = Files.walk(FOLDER)) {
        for (var file : files.toList()) {
          Files.copy(file, copy.resolve(FOLDER.relativize(file)));
        }
      }
      var all = overlay(parse(FOLDER.resolve("values.yaml")), values(example, ""));
      YAML.writeValue(copy.resolve("values.yaml").toFile(), all);
      return new Helm(copy).lint().strict().call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Call {
    String of(Path values);
  }

  private static String with(JsonNode values, Call call) {
    try {
      var file = Files.createTempFile("values", ".yaml");
      try {
        YAML.writeValue(file.toFile(), values);
        return call.of(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
