package duban.chassis.openapi;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The API to read and try in a browser, under the service's own prefix and from its own files: it
 * works without the internet. Quarkus's extension would serve it on the management port, which the
 * origin does not route.
 */
@Path("docs")
@PermitAll
public class DocsResource {

  private static final String OURS = "duban/docs/";
  private static final String SWAGGER = "META-INF/resources/openapi-ui/";

  private static final Map<String, String> FOLDERS =
      Map.of(
          "index.html", OURS,
          "start.js", OURS,
          "swagger-ui.css", SWAGGER,
          "swagger-ui-bundle.js", SWAGGER,
          "favicon.ico", SWAGGER);

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "ico", "image/x-icon");

  /** The page; its files are named relative to it, so it needs the slash at the end. */
  @GET
  @Operation(hidden = true)
  public Response page(@Context UriInfo asked) throws IOException {
    return asked.getRequestUri().getPath().endsWith("/")
        ? file("index.html")
        : Response.status(Response.Status.TEMPORARY_REDIRECT)
            .header(HttpHeaders.LOCATION, "docs/")
            .build();
  }

  /** What the page loads. */
  @GET
  @Path("{file}")
  @Operation(hidden = true)
  public Response file(@PathParam("file") String file) throws IOException {
    var folder = FOLDERS.get(file);
    if (folder == null) {
      throw new NotFoundException();
    }
    try (var content = DocsResource.class.getClassLoader().getResourceAsStream(folder + file)) {
      if (content == null) {
        throw new NotFoundException();
      }
      return Response.ok(content.readAllBytes())
          .type(TYPES.get(file.substring(file.lastIndexOf('.') + 1)))
          .header("Cache-Control", "max-age=600")
          .header(
              "Content-Security-Policy",
              "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                  + " object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
          .build();
    }
  }
}
