package duban.status.listing;

import duban.chassis.problem.Parameter;
import duban.status.measure.Measures;
import duban.status.unit.Units;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose deadlines, and of which measures. A part of every filter; all that is given holds. */
public class Scope {

  @QueryParam("unit")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Id or code of a unit; of a group, its members are meant too",
      example = "XRD-01")
  @Nullable String unit;

  @QueryParam("measure")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Id of a measure",
      example = "chaoyang-2015-T6-1")
  @Nullable String measure;

  @QueryParam("conference")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Id of a conference",
      example = "2015")
  @Nullable String conference;

  @QueryParam("topic")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Id of a topic",
      example = "T6")
  @Nullable String topic;

  @QueryParam("q")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "A stretch of the deadline's title or of the measure's text",
      example = "人民代表大会")
  @Nullable String q;

  /** Conditions on the {@code DeadlineRow d}. */
  public Clauses clauses(Units units, Measures measures) {
    Clauses clauses = new Clauses();
    units.meant("unit", unit).ifPresent(ids -> clauses.and("d.unitId in :units", "units", ids));
    Parameter.text("measure", measure).ifPresent(it -> clauses.equal("d.measureId", "measure", it));
    measures
        .conference(conference)
        .ifPresent(it -> clauses.and(of("conferenceId = :conference"), "conference", it));
    measures.topic(topic).ifPresent(it -> clauses.and(of("topicId = :topic"), "topic", it));
    Parameter.text("q", q)
        .ifPresent(
            it ->
                clauses.and(
                    "(d.title like :q escape '!' or " + of("text like :q escape '!'") + ")",
                    Map.of("q", Clauses.pattern(it))));
    return clauses;
  }

  private static String of(String condition) {
    return "d.measureId in (select m.id from Measure m where m." + condition + ")";
  }
}
