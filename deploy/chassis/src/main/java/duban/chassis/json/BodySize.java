package duban.chassis.json;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Answers a body that is announced as too large before it is read. */
@Provider
public class BodySize implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > RequestBody.MOST) {
      throw RequestBody.tooLarge();
    }
  }
}
