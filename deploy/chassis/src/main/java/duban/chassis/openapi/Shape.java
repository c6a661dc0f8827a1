package duban.chassis.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Which problems an operation may answer: what it names itself, and what its form brings. */
record Shape(HttpMethod method, Operation operation, PathItem path) {

  static final String NAMED = "x-problems";

  private static final Set<HttpMethod> WRITES =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private static final List<String> OF_A_BODY =
      List.of(
          "empty-body",
          "broken-json",
          "unknown-field",
          "wrong-type",
          "wrong-value",
          "invalid-field",
          "forbidden-character",
          "body-too-large",
          "unsupported-media-type");

  /** A token is looked at wherever it is sent, needed or not. */
  private static final List<String> OF_A_TOKEN =
      List.of("invalid-token", "expired-token", "sign-in-unavailable");

  private static final List<String> OF_A_VERSION =
      List.of("version-required", "invalid-version", "version-conflict");

  /**
   * Names of types, in order. Takes {@code x-problems} out of the document: it has done its work.
   */
  SortedSet<String> problems() {
    SortedSet<String> names = new TreeSet<>(named());
    names.addAll(OF_A_TOKEN);
    names.add("too-many-requests");
    names.add("unavailable"); // PostgreSQL may be away, full or busy at any time
    if (WRITES.contains(method)) {
      names.addAll(List.of("not-settled", "unauthenticated", "forbidden"));
    }
    if (operation.getRequestBody() != null) {
      names.addAll(OF_A_BODY);
    }
    for (var parameter : parameters()) {
      if (parameter.getIn() == In.QUERY || parameter.getIn() == In.PATH) {
        names.add("invalid-parameter");
      }
      if (parameter.getIn() == In.PATH && !isText(parameter.getSchema())) {
        names.add("not-found");
      }
      if (parameter.getIn() == In.HEADER && "If-Match".equalsIgnoreCase(parameter.getName())) {
        names.addAll(OF_A_VERSION);
      }
    }
    return names;
  }

  private List<String> named() {
    var extensions = operation.getExtensions();
    var names = extensions == null ? null : extensions.get(NAMED);
    if (names == null) {
      return List.of();
    }
    operation.removeExtension(NAMED);
    return List.of(names.toString().strip().split("[\\s,]+"));
  }

  private List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    if (path.getParameters() != null) {
      all.addAll(path.getParameters());
    }
    if (operation.getParameters() != null) {
      all.addAll(operation.getParameters());
    }
    return all;
  }

  /** What is bound to another type is no address of ours when it cannot be read. */
  private static boolean isText(Schema schema) {
    return schema == null
        || (schema.getRef() == null
            && schema.getType() != null
            && schema.getType().contains(Schema.SchemaType.STRING));
  }
}
