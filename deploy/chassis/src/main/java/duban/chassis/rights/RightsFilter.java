package duban.chassis.rights;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation in the table before its body is read, and fails loudly when something was
 * changed that did not ask {@link Access} with its unit: such a gap must not outlive a test.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RightsFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Access access;
  private final Map<Method, String> paths = new ConcurrentHashMap<>();

  @Context @Nullable ResourceInfo resource;

  RightsFilter(Access access) {
    this.access = access;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var info = resource;
    var method = info == null ? null : info.getResourceMethod();
    if (method == null) {
      return; // nothing is at this address
    }
    var asked = request.getMethod().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.getMethod();
    access.begin(asked + " " + paths.computeIfAbsent(method, RightsFilter::path));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() < 300 && !READING.contains(request.getMethod()) && !access.asked()) {
      throw new IllegalStateException(
          "%s %s was done without asking whether the caller may"
              .formatted(request.getMethod(), request.getUriInfo().getPath()));
    }
  }

  /** {@code events/{id}}, as the OpenAPI document has it behind the service's own path. */
  private static String path(Method method) {
    var whole = new StringBuilder();
    append(whole, method.getDeclaringClass().getAnnotation(Path.class));
    append(whole, method.getAnnotation(Path.class));
    return whole.toString();
  }

  private static void append(StringBuilder whole, @Nullable Path path) {
    var part = path == null ? "" : path.value().replaceAll("^/+|/+$", "");
    if (!part.isEmpty()) {
      whole.append(whole.isEmpty() ? "" : "/").append(part);
    }
  }
}
