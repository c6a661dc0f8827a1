package duban.chassis.json;

import duban.chassis.problem.Problems;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * What Bean Validation refuses, with every field in {@code detail}: the library lists them
 * elsewhere only.
 */
public class ViolationProblems {

  /** One refused field. */
  public record Violation(String field, String message) {}

  @ServerExceptionMapper(value = ConstraintViolationException.class, priority = 1)
  public Response map(ConstraintViolationException e) {
    var violations =
        e.getConstraintViolations().stream()
            .map(ViolationProblems::of)
            .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
            .toList();
    var detail =
        violations.stream()
            .map(it -> it.field().isEmpty() ? it.message() : it.field() + " " + it.message())
            .collect(Collectors.joining("; "));
    var more = Map.of("field", violations.get(0).field(), "violations", violations);
    return Problems.of(400, "invalid-field", "Bad request", detail, more).toResponse();
  }

  /** Without the method, its parameter, and what the library calls an element of a list. */
  private static Violation of(ConstraintViolation<?> violation) {
    List<String> names = new ArrayList<>();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() != ElementKind.CONTAINER_ELEMENT) {
        names.add(node.toString());
      }
    }
    var path = names.subList(Math.min(2, names.size()), names.size());
    return new Violation(String.join(".", path), violation.getMessage());
  }
}
