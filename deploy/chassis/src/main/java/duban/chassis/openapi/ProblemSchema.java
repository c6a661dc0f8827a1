package duban.chassis.openapi;

import duban.chassis.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The form of each problem, and the example of one. */
final class ProblemSchema {

  static final String NAME = "Problem";

  private ProblemSchema() {}

  static Schema schema() {
    var violation =
        of(SchemaType.OBJECT, "One refused field")
            .addProperty("field", of(SchemaType.STRING, "Its path in the body"))
            .addProperty("message", of(SchemaType.STRING, "What is wrong with it"));
    return of(SchemaType.OBJECT, "Problem details of RFC 9457; a type may add members of its own")
        .addProperty(
            "type",
            of(SchemaType.STRING, "urn:duban:problem: and the name of the type").format("uri"))
        .addProperty("title", of(SchemaType.STRING, "The same for each problem of its type"))
        .addProperty("status", of(SchemaType.INTEGER, "The HTTP status"))
        .addProperty(
            "detail",
            of(SchemaType.STRING, "Names the field or parameter, and says what would be right"))
        .addProperty(
            "instance",
            of(SchemaType.STRING, "The path that was asked for").format("uri-reference"))
        .addProperty("field", of(SchemaType.STRING, "The field, parameter or header, if one is"))
        .addProperty(
            "violations",
            of(SchemaType.ARRAY, "Every refused field, in invalid-field").items(violation))
        .required(List.of("type", "title", "status", "detail"));
  }

  static Example example(ProblemType type) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("type", type.urn());
    value.put("title", type.title());
    value.put("status", type.status());
    value.put("detail", type.example());
    return OASFactory.createExample().summary(type.title()).value(value);
  }

  private static Schema of(SchemaType type, String description) {
    return OASFactory.createSchema().addType(type).description(description);
  }
}
