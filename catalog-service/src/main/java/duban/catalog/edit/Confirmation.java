package duban.catalog.edit;

import duban.chassis.problem.Parameter;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether deadlines may be withdrawn to which something happened, and the installation get another
 * area at its top. A {@code @BeanParam}.
 */
public class Confirmation {
  @QueryParam("confirm")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description =
          "true: withdraws deadlines too to which something happened, or changes what is the area at the top",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Nullable String confirm;

  /** Refuses nonsense also where nothing is left to be confirmed. */
  public final void check() {
    boolean unused = given();
  }

  public final boolean given() {
    return Parameter.flag("confirm", confirm);
  }
}
