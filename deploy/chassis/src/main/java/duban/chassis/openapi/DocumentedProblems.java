package duban.chassis.openapi;

import duban.chassis.problem.ProblemType;
import duban.chassis.problem.ProblemTypes;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.examples.Example;

/**
 * Writes into the OpenAPI document which problems each operation may answer: those that its {@code
 * x-problems} names, and those that follow from its shape. Each type is one example, told once
 * under {@code components}. Runs in the build, so that the start pays nothing for it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedProblems implements OASFilter {

  /** They promise less than ours keeps. */
  private static final List<String> OF_THE_LIBRARY =
      List.of("HttpProblem", "HttpValidationProblem", "Violation");

  /** What may be answered before an operation is found or entered, and when it fails. */
  private static final List<String> OF_ANY_ADDRESS =
      List.of("bad-request", "internal", "method-not-allowed", "not-acceptable", "unauthenticated");

  /** In a build this class is loaded where the service's own files are not seen. */
  private final ProblemTypes types =
      ProblemTypes.of(Thread.currentThread().getContextClassLoader());

  private final SortedMap<String, ProblemType> used = new TreeMap<>();

  @Override
  public void filterOpenAPI(OpenAPI document) {
    var paths = document.getPaths();
    if (paths == null || paths.getPathItems() == null) {
      return;
    }
    paths.getPathItems().values().forEach(this::document);
    paths.setPathItems(sorted(paths.getPathItems()));
    var components = document.getComponents();
    if (components == null) {
      components = OASFactory.createComponents();
      document.setComponents(components);
    }
    complete(components);
  }

  private void document(PathItem path) {
    path.getOperations()
        .forEach(
            (method, operation) -> {
              var shape = new Shape(method, operation, path);
              var responses = new ProblemResponses(operation);
              for (var name : shape.problems()) {
                responses.add(use(name));
              }
              responses.otherwise(OF_ANY_ADDRESS.stream().map(this::use).toList());
            });
  }

  private ProblemType use(String name) {
    var type = types.get(name);
    used.put(name, type);
    return type;
  }

  private void complete(Components components) {
    OF_THE_LIBRARY.forEach(components::removeSchema);
    components.addSchema(ProblemSchema.NAME, ProblemSchema.schema());
    components.setSchemas(sorted(components.getSchemas()));
    Map<String, Example> examples = new TreeMap<>();
    if (components.getExamples() != null) {
      examples.putAll(components.getExamples());
    }
    used.forEach((name, type) -> examples.put(name, ProblemSchema.example(type)));
    components.setExamples(sorted(examples));
  }

  private static <T> Map<String, T> sorted(Map<String, T> map) {
    return new LinkedHashMap<>(new TreeMap<>(map));
  }
}
