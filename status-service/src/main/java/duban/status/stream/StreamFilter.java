package duban.status.stream;

import duban.chassis.problem.Parameter;
import duban.status.fold.EventType;
import duban.status.measure.Measures;
import duban.status.unit.Units;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a listener wants to hear of, as the lists are filtered. */
public class StreamFilter {

  @QueryParam("event")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Only events of this name; both unless told",
      schema = @Schema(enumeration = {"IMPLEMENTATION", "PROGRESS"}))
  @Nullable String event;

  @QueryParam("type")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Only implementation events of this type",
      schema = @Schema(implementation = EventType.class))
  @Nullable String type;

  @QueryParam("unit")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Id or code of a unit; of a group, its members are meant too",
      example = "XRD-01")
  @Nullable String unit;

  @QueryParam("deadline")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      schema = @Schema(implementation = UUID.class),
      example = "c8016298-c172-53b1-9eee-346aed4e1360")
  @Nullable String deadline;

  @QueryParam("measure")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Id of a measure",
      example = "chaoyang-2015-T6-1")
  @Nullable String measure;

  @QueryParam("topic")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Id of a topic",
      example = "T6")
  @Nullable String topic;

  @QueryParam("conference")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Id of a conference",
      example = "2015")
  @Nullable String conference;

  /** 400 problems for what is unknown. */
  Wanted wanted(Units units, Measures measures) {
    units.meant("unit", unit);
    return new Wanted(
        Parameter.oneOf("event", event, Happening.Kind.class),
        Parameter.oneOf("type", type, EventType.class),
        Parameter.text("unit", unit),
        Parameter.uuid("deadline", deadline),
        Parameter.text("measure", measure),
        measures.topic(topic),
        measures.conference(conference));
  }
}
