package duban.chassis.openapi;

import duban.chassis.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/** The responses of one operation, with one that is a problem for each status. */
final class ProblemResponses {

  private static final String MEDIA_TYPE = "application/problem+json";

  private final APIResponses responses;
  private final Map<Integer, SortedMap<String, ProblemType>> byStatus = new TreeMap<>();

  ProblemResponses(Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    responses = operation.getResponses();
    // A method's extension is copied to everything that its annotations describe.
    responses.removeExtension(Shape.NAMED);
    if (responses.getAPIResponses() != null) {
      responses.getAPIResponses().values().forEach(it -> it.removeExtension(Shape.NAMED));
    }
  }

  void add(ProblemType type) {
    var types = byStatus.computeIfAbsent(type.status(), status -> new TreeMap<>());
    types.put(type.name(), type);
    var code = Integer.toString(type.status());
    var before = responses.getAPIResponse(code);
    var response = problem(types);
    // Whoever wrote a description of their own had something to say.
    if (before != null && before.getDescription() != null && types.size() == 1) {
      response.setDescription(described(before.getDescription(), type));
    }
    headers(type, before == null ? null : before.getHeaders()).forEach(response::addHeader);
    responses.addAPIResponse(code, response);
    sort();
  }

  /** Whatever else may fail. */
  void otherwise(List<ProblemType> more) {
    SortedMap<String, ProblemType> types = new TreeMap<>();
    more.forEach(it -> types.put(it.name(), it));
    responses.setDefaultValue(problem(types).description("Anything else that fails"));
  }

  private static String described(String given, ProblemType type) {
    // Quarkus writes the reason phrase where it finds nothing.
    return given.equalsIgnoreCase(type.title()) ? type.title() : given;
  }

  private static Map<String, Header> headers(
      ProblemType type, @Nullable Map<String, Header> before) {
    Map<String, Header> headers = new TreeMap<>();
    if (before != null) {
      headers.putAll(before);
    }
    if (type.status() == 412 || type.status() == 428) {
      headers.put("ETag", header("The present version", Schema.SchemaType.STRING));
    }
    if (type.status() == 401) {
      headers.put(
          "WWW-Authenticate",
          header("The scheme to sign in with: Bearer", Schema.SchemaType.STRING));
    }
    if (type.status() == 429 || type.status() == 503) {
      headers.put("Retry-After", header("Seconds to wait", Schema.SchemaType.INTEGER));
    }
    return headers;
  }

  private static Header header(String description, Schema.SchemaType type) {
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().addType(type));
  }

  private static APIResponse problem(SortedMap<String, ProblemType> types) {
    Map<String, Example> examples = new LinkedHashMap<>();
    for (var name : types.keySet()) {
      examples.put(name, OASFactory.createExample().ref(name));
    }
    var titles = types.values().stream().map(ProblemType::title).distinct().toList();
    return OASFactory.createAPIResponse()
        .description(String.join(", ", titles))
        .content(
            OASFactory.createContent()
                .addMediaType(
                    MEDIA_TYPE,
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref(ProblemSchema.NAME))
                        .examples(examples)));
  }

  private void sort() {
    Map<String, APIResponse> sorted =
        new LinkedHashMap<>(new TreeMap<>(responses.getAPIResponses()));
    responses.setAPIResponses(sorted);
  }
}
