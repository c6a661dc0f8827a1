package duban.chassis.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** What every service offers to its operators is put under one tag, behind its own. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SharedOperations implements OASFilter {

  private static final String TAG = "operation";

  private static final Map<String, String> SUMMARIES =
      Map.of(
          "/dead-letters", "List what could not be applied",
          "/dead-letters/{id}/replay", "Apply a dead letter now",
          "/dead-letters/{id}/discard", "Put a dead letter aside, with a reason",
          "/republish", "Send everything that the service owns again");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
      return;
    }
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                SUMMARIES.forEach(
                    (end, summary) -> {
                      if (path.endsWith(end)) {
                        item.getOperations().values().forEach(it -> describe(it, summary));
                      }
                    }));
    document.addTag(
        OASFactory.createTag()
            .name(TAG)
            .description("For whoever runs the service: dead letters, and sending again."));
  }

  private static void describe(Operation operation, String summary) {
    operation.setSummary(summary);
    operation.setTags(List.of(TAG));
  }
}
