package duban.chassis.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Says how one signs in. The provider's address is not in the document: each installation has its
 * own, and the document is the same for all.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SignIn implements OASFilter {

  private static final String NAME = "token";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    var components = document.getComponents();
    if (components == null) {
      components = OASFactory.createComponents();
      document.setComponents(components);
    }
    components.addSecurityScheme(
        NAME,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .bearerFormat("JWT")
            .description(
                "An access token of the installation's OpenID Connect provider, for the audience"
                    + " duban. Its claim grants lists roles over units (supervisor:CY), its"
                    + " claim units those to which the holder belongs. A token that is sent is"
                    + " looked at, also where none is needed."));
    document.setSecurity(
        List.of(
            OASFactory.createSecurityRequirement(),
            OASFactory.createSecurityRequirement().addScheme(NAME)));
  }
}
