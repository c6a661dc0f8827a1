package duban.chassis.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/**
 * No parameter of a path or query may hold NUL: PostgreSQL fails on it wherever it is looked for.
 */
@Provider
public class AddressGuard implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    check(request.getUriInfo().getPathParameters());
    check(request.getUriInfo().getQueryParameters());
  }

  private static void check(MultivaluedMap<String, String> parameters) {
    parameters.forEach(
        (name, values) -> {
          if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw Problems.badRequest(
                "invalid-parameter", name + " contains the character NUL; leave it out", name);
          }
        });
  }
}
