package duban.chassis.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Map;

/**
 * RFC 9457 problem details. {@code type} is a short kebab-case name from {@link ProblemTypes};
 * {@code detail} names the field and says what would be right.
 */
public final class Problems {

  /** Before the short name in {@code type}. */
  public static final String TYPE = "urn:duban:problem:";

  private Problems() {}

  public static HttpProblem badRequest(String type, String detail) {
    return of(400, type, "Bad request", detail, Map.of());
  }

  public static HttpProblem badRequest(String type, String detail, String field) {
    return of(400, type, "Bad request", detail, Map.of("field", field));
  }

  public static HttpProblem notFound(String type, String detail) {
    return of(404, type, "Not found", detail, Map.of());
  }

  public static HttpProblem conflict(String type, String detail) {
    return of(409, type, "Conflict", detail, Map.of());
  }

  public static HttpProblem unprocessable(String type, String detail, String field) {
    return of(422, type, "Unprocessable content", detail, Map.of("field", field));
  }

  /** As {@code META-INF/problems.properties} has it, where nothing is to be added to its words. */
  public static HttpProblem asNamed(String name, Map<String, String> headers) {
    var type = ProblemTypes.known().get(name);
    return of(type.status(), type.name(), type.title(), type.example(), Map.of(), headers);
  }

  public static HttpProblem of(
      int status, String type, String title, String detail, Map<String, ?> more) {
    return of(status, type, title, detail, more, Map.of());
  }

  /**
   * Throws IllegalStateException if no {@code META-INF/problems.properties} names {@code type}, or
   * names it with another status: a type that the API does not document would surprise its callers.
   */
  public static HttpProblem of(
      int status,
      String type,
      String title,
      String detail,
      Map<String, ?> more,
      Map<String, String> headers) {
    var named = ProblemTypes.known().get(type);
    if (named.status() != status) {
      throw new IllegalStateException(
          type + " is answered with " + status + " but named with " + named.status());
    }
    var builder =
        HttpProblem.builder()
            .withType(URI.create(TYPE + type))
            .withTitle(title)
            .withStatus(new Code(status))
            .withDetail(detail);
    more.forEach(builder::with);
    headers.forEach(builder::withHeader);
    return builder.build();
  }

  /** Jakarta REST has no name for 422. */
  private record Code(int code) implements jakarta.ws.rs.core.Response.StatusType {
    @Override
    public int getStatusCode() {
      return code;
    }

    @Override
    public Status.Family getFamily() {
      return Status.Family.familyOf(code);
    }

    @Override
    public String getReasonPhrase() {
      var known = Status.fromStatusCode(code);
      return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }
  }
}
