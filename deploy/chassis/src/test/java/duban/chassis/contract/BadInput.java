package duban.chassis.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every write operation of an OpenAPI document against everything that can be wrong with a request,
 * one thing at a time. Each answer must be a problem that the document shows for the operation; the
 * tables and the log must be as before. What a good request is answered must be as the document
 * shows it too, and so must each thing that is read.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicContainer> whatIsWrongIsRefused() {
 *   return BadInput.of(Path.of("openapi.yaml")).tables(() -> Tables.fingerprint(database)).tests();
 * }
 * }</pre>
 *
 * It begins with an example of the operation, which must be taken: otherwise more than one thing
 * would be wrong. All examples follow in their order, each with what the ones before it did not
 * have; none can be left out. An operation is named as {@code POST /api/status/events}.
 */
public final class BadInput {

  private final Document document;
  private final Map<String, UnaryOperator<ObjectNode>> adapted = new HashMap<>();
  private final Map<String, Map<String, Supplier<String>>> parameters = new HashMap<>();
  private Supplier<?> tables = () -> "";

  private BadInput(Document document) {
    this.document = document;
  }

  /** Of a committed document. */
  public static BadInput of(Path openapi) {
    try {
      return ofText(Files.readString(openapi));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a document's text, YAML or JSON. */
  public static BadInput ofText(String openapi) {
    return new BadInput(Document.parse(openapi));
  }

  /** What must be the same afterwards, such as {@link Tables#fingerprint}. */
  public BadInput tables(Supplier<?> fingerprint) {
    tables = fingerprint;
    return this;
  }

  /** What an operation's examples must be made into, where they depend on what was made before. */
  public BadInput adapting(String operation, UnaryOperator<ObjectNode> example) {
    adapted.put(known(operation), example);
    return this;
  }

  /** A value of a path or query parameter instead of its example. */
  public BadInput parameter(String operation, String name, Supplier<String> value) {
    parameters.computeIfAbsent(known(operation), it -> new HashMap<>()).put(name, value);
    return this;
  }

  /** The number of an open dead letter, another each time: what replay and discard work on. */
  public BadInput deadLetters(Supplier<String> open) {
    document.writes().stream()
        .map(Operation::name)
        .filter(it -> it.contains("/dead-letters/{id}/"))
        .forEach(it -> parameter(it, "id", open));
    return this;
  }

  private String known(String operation) {
    if (document.operations().stream().noneMatch(it -> it.name().equals(operation))) {
      throw new AssertionError("The document has no operation " + operation);
    }
    return operation;
  }

  /** For a {@code @TestFactory}: a container a write operation, and one of all that is read. */
  public Stream<DynamicContainer> tests() {
    var writes = trials().stream().map(it -> container(it.name(), it.steps()));
    return Stream.concat(writes, Stream.of(container("what is read", reads())));
  }

  private static DynamicContainer container(String name, List<Trial.Step> steps) {
    return DynamicContainer.dynamicContainer(
        name, steps.stream().map(it -> DynamicTest.dynamicTest(it.name(), it::run)));
  }

  private List<Trial.Step> reads() {
    return document.reads().stream()
        .map(
            it ->
                new Reads(it, parameters.getOrDefault(it.name(), Map.of()), Trial.CLIENT, server()))
        .map(it -> new Trial.Step(it.operation().name(), it::run))
        .toList();
  }

  private static URI server() {
    return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
  }

  /** Runs all and answers what failed, as {@code operation: case: why}. */
  public List<String> failures() {
    List<String> failures = new ArrayList<>();
    trials().forEach(it -> run(it.name(), it.steps(), failures));
    run("what is read", reads(), failures);
    return failures;
  }

  private static void run(String name, List<Trial.Step> steps, List<String> failures) {
    for (var step : steps) {
      try {
        step.run();
      } catch (Exception | AssertionError e) {
        failures.add(name + ": " + step.name() + ": " + e.getMessage());
      }
    }
  }

  private List<Trial> trials() {
    return document.writes().stream()
        .map(
            it ->
                new Trial(
                    it,
                    new Valid(
                        it,
                        adapted.getOrDefault(it.name(), UnaryOperator.identity()),
                        parameters.getOrDefault(it.name(), Map.of())),
                    server(),
                    tables))
        .toList();
  }
}
