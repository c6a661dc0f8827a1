package duban.chassis.contract;

import com.fasterxml.jackson.databind.JsonNode;
import duban.chassis.problem.ProblemTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Whether an OpenAPI document is enough for someone who has only it. */
public final class Described {

  private static final Set<String> OF_A_VERSION =
      Set.of("version-required", "invalid-version", "version-conflict");

  private final JsonNode root;
  private final Document document;
  private final List<String> gaps = new ArrayList<>();

  private Described(Document document) {
    this.document = document;
    this.root = document.root();
  }

  /**
   * What is missing: a summary, a tag with a sentence, an example of a body, that the example fits
   * its schema, or a problem that a module on the class path may answer.
   */
  public static List<String> gaps(String openapi) {
    var described = new Described(Document.parse(openapi));
    described.operations();
    described.problems();
    described.examples("", described.root);
    return described.gaps;
  }

  private void operations() {
    Set<String> tags = new HashSet<>();
    for (var tag : root.path("tags")) {
      if (!tag.path("description").asText().isBlank()) {
        tags.add(tag.path("name").asText());
      }
    }
    for (var operation : document.operations()) {
      var node = operation.node();
      if (node.path("summary").asText().isBlank()) {
        gaps.add(operation.name() + " has no summary");
      }
      var known =
          StreamSupport.stream(node.path("tags").spliterator(), false)
              .anyMatch(it -> tags.contains(it.asText()));
      if (!known) {
        gaps.add(operation.name() + " has no tag that is described");
      }
      if (operation.hasBody() && operation.bodyExamples().isEmpty()) {
        gaps.add(operation.name() + " shows no example of its body");
      }
    }
  }

  private void problems() {
    var shown = root.path("components").path("examples");
    var versions = document.operations().stream().anyMatch(Operation::needsVersion);
    for (var type : ProblemTypes.known().all()) {
      if (!versions && OF_A_VERSION.contains(type.name())) {
        continue; // nothing here has one
      }
      if (!shown.path(type.name()).path("value").path("type").asText().equals(type.urn())) {
        gaps.add("no operation shows the problem " + type.name());
      }
    }
  }

  /** Wherever a schema and examples stand side by side, and in schemas that bring their own. */
  private void examples(String place, JsonNode node) {
    if (node.isObject() && node.path("schema").isObject()) {
      for (var shown : node.path("examples")) {
        fits(place, node.get("schema"), document.follow(shown).path("value"));
      }
    } else if (node.isObject() && node.path("properties").isObject()) {
      node.path("examples").forEach(shown -> fits(place, node, shown));
    }
    node.properties().forEach(it -> examples(place + "/" + it.getKey(), it.getValue()));
    if (node.isArray()) {
      node.forEach(it -> examples(place, it));
    }
  }

  private void fits(String place, JsonNode schema, JsonNode example) {
    if (!example.isObject()) {
      return; // a text, as of a stream
    }
    document
        .breaches(schema, example.toString(), false)
        .forEach(it -> gaps.add(place + ": the example breaks its schema: " + it));
  }
}
