package duban.chassis.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with the address and the version. */
final class ParameterCases {

  private static final String VERSION = "If-Match";

  private ParameterCases() {}

  static List<Case> of(Operation operation) {
    List<Case> cases = new ArrayList<>();
    operation.parameters("path").forEach((name, it) -> path(operation, name, it, cases));
    operation.parameters("query").forEach((name, it) -> query(operation, name, it, cases));
    if (operation.needsVersion()) {
      version(cases);
    }
    return cases;
  }

  private static void path(Operation operation, String name, JsonNode parameter, List<Case> cases) {
    var schema = operation.parameterSchema(parameter);
    cases.add(path(operation, name, "%00", "NUL", "invalid-parameter"));
    cases.add(path(operation, name, "a%20b", "a space"));
    cases.add(path(operation, name, "%E2%80%AE", "U+202E"));
    cases.add(path(operation, name, "x".repeat(300), "too long"));
    // A client's own id may be new where something is created under it.
    if (!(operation.method().equals("PUT") && operation.answers(201))) {
      var unknown =
          switch (schema.path("type").asText() + schema.path("format").asText()) {
            case "integerint32", "integerint64", "integer" -> "999999999";
            case "stringuuid" -> "00000000-0000-4000-8000-000000000000";
            default -> "no-such-one";
          };
      cases.add(path(operation, name, unknown, "unknown"));
    }
  }

  private static Case path(
      Operation operation, String name, String value, String what, String... types) {
    return Case.of(
        "path " + name + ": " + what,
        it -> it.withPath(replaced(operation.path(), name, value, it.path())),
        types);
  }

  /** Puts {@code value} where the template has {@code name}, and leaves the rest as it is. */
  private static String replaced(String template, String name, String value, String path) {
    var question = path.indexOf('?');
    var query = question < 0 ? "" : path.substring(question);
    var given = (question < 0 ? path : path.substring(0, question)).split("/", -1);
    var named = template.split("/", -1);
    for (int i = 0; i < named.length; i++) {
      if (named[i].equals("{" + name + "}")) {
        given[i] = value;
      }
    }
    return String.join("/", given) + query;
  }

  private static void query(
      Operation operation, String name, JsonNode parameter, List<Case> cases) {
    var schema = operation.parameterSchema(parameter);
    cases.add(query(name, "\0", "NUL"));
    var free = schema.path("type").asText().equals("string") && !schema.has("enum");
    if (!free || schema.has("format") || schema.has("pattern")) {
      cases.add(query(name, "perhaps", "no such value"));
    }
  }

  private static Case query(String name, String value, String what) {
    var pair = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return Case.of(
            "query " + name + ": " + what,
            it -> it.withPath(it.path() + (it.path().contains("?") ? "&" : "?") + pair),
            "invalid-parameter")
        .naming(name);
  }

  private static void version(List<Case> cases) {
    cases.add(
        Case.of("no version", it -> it.withoutHeader(VERSION), "version-required").naming(VERSION));
    for (var malformed : List.of("3", "W/\"3\"", "*", "\"x\"", "\"1\", \"2\"")) {
      cases.add(
          Case.of(
                  "version " + malformed,
                  it -> it.withHeader(VERSION, malformed),
                  "invalid-version")
              .naming(VERSION));
    }
    cases.add(
        Case.of(
                "a version that is not",
                it -> it.withHeader(VERSION, "\"987654321\""),
                "version-conflict")
            .naming(VERSION));
  }
}
