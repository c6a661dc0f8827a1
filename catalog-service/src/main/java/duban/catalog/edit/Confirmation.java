package duban.catalog.edit;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Whether deadlines may be withdrawn to which something happened. A {@code @BeanParam}. */
public class Confirmation {
  @QueryParam("confirm")
  @Parameter(
      description = "true: withdraws deadlines too to which something happened",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Nullable String confirm;

  public final boolean given() {
    return Truth.of("confirm", confirm);
  }
}
