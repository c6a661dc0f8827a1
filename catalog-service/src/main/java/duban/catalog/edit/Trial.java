package duban.catalog.edit;

import duban.chassis.problem.Parameter;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a write is only tried. A {@code @BeanParam}. */
public class Trial {
  @QueryParam("dryRun")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "true: answers what the write would answer, stores and publishes nothing",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Nullable String dryRun;

  final boolean only() {
    return Parameter.flag("dryRun", dryRun);
  }
}
