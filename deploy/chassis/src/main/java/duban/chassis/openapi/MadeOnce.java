package duban.chassis.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * What is made is answered with 201 and the address at which it stands, in the form in which the
 * same again is answered with 200; so an operation shows the form once.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class MadeOnce implements OASFilter {

  @Override
  public Operation filterOperation(Operation operation) {
    var responses = operation.getResponses();
    var made = responses == null ? null : responses.getAPIResponse("201");
    if (made == null) {
      return operation;
    }
    var again = responses.getAPIResponse("200");
    if (made.getContent() == null && again != null) {
      made.setContent(again.getContent());
    }
    made.addHeader(
        "Location",
        OASFactory.createHeader()
            .description("Where it stands")
            .schema(OASFactory.createSchema().addType(SchemaType.STRING).format("uri")));
    return operation;
  }
}
