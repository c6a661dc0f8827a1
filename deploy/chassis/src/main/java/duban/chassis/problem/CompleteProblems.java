package duban.chassis.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives every failure one of our types, and the whole path as {@code instance}: what the framework
 * itself refuses comes without a type, and may tell of its classes.
 */
@Provider
public class CompleteProblems implements ContainerResponseFilter {

  private static final Map<Integer, String> OF_THE_FRAMEWORK =
      Map.of(
          400, "bad-request",
          404, "not-found",
          405, "method-not-allowed",
          406, "not-acceptable",
          415, "unsupported-media-type",
          500, "internal",
          503, "unavailable");

  private final String documented;

  CompleteProblems(
      @ConfigProperty(name = "quarkus.smallrye-openapi.path", defaultValue = "openapi")
          String documented) {
    this.documented = documented;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() < 400) {
      return;
    }
    var entity = response.getEntity();
    if (entity instanceof HttpProblem problem && problem.getType() != null) {
      answer(response, problem, request);
    } else if (entity == null || entity instanceof HttpProblem) {
      var name = OF_THE_FRAMEWORK.get(response.getStatus());
      if (name != null) {
        answer(response, ofTheFramework(ProblemTypes.known().get(name), request), request);
      }
    }
  }

  private static void answer(
      ContainerResponseContext response, HttpProblem problem, ContainerRequestContext request) {
    var whole = HttpProblem.builder(problem).withInstance(instance(request)).build();
    response.setEntity(whole, null, HttpProblem.MEDIA_TYPE);
  }

  /** The library decodes it once when it writes it, so it is encoded once more here. */
  private static URI instance(ContainerRequestContext request) {
    try {
      return new URI(null, null, request.getUriInfo().getRequestUri().getRawPath(), null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e); // a path with a leading slash always is one
    }
  }

  private HttpProblem ofTheFramework(ProblemType type, ContainerRequestContext request) {
    return Problems.of(type.status(), type.name(), type.title(), detail(type, request), Map.of());
  }

  private String detail(ProblemType type, ContainerRequestContext request) {
    var path = request.getUriInfo().getRequestUri().getPath();
    return switch (type.name()) {
      case "not-found" -> "There is nothing at " + path + "; the addresses are in " + documented;
      case "method-not-allowed" ->
          request.getMethod()
              + " does not exist at "
              + path
              + "; the methods of each address are in "
              + documented;
      case "not-acceptable" ->
          given(request, HttpHeaders.ACCEPT) + "; what this address answers is in " + documented;
      case "unsupported-media-type" ->
          given(request, HttpHeaders.CONTENT_TYPE) + "; send application/json";
      case "bad-request" ->
          "The request cannot be understood; what this address takes is in " + documented;
      default -> type.example();
    };
  }

  private static String given(ContainerRequestContext request, String header) {
    var value = request.getHeaderString(header);
    return header + (value == null ? " is missing" : " is '" + value + "'");
  }
}
