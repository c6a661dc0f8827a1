package duban.catalog.deadline;

import duban.catalog.listing.Where;
import duban.catalog.measure.MeasureRepository;
import duban.catalog.progress.ProgressState;
import duban.catalog.rights.Seen;
import duban.catalog.rule.RuleKind;
import duban.catalog.unit.UnitRepository;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a list of deadlines may be kept to. All are optional and hold together. */
public class DeadlineFilter {
  static final String LIST = "GET deadlines";

  /** The id or code of a unit; of a group, its members are meant too. */
  @QueryParam("unit")
  @Nullable String unit;

  @QueryParam("measure")
  @Nullable String measure;

  @QueryParam("conference")
  @Nullable String conference;

  @QueryParam("topic")
  @Nullable String topic;

  @QueryParam("obligation")
  @Nullable String obligation;

  @QueryParam("kind")
  @Nullable String kind;

  @QueryParam("status")
  @Nullable String status;

  /** Where it stands, as far as this service has heard from status-service. */
  @QueryParam("state")
  @Nullable String state;

  @QueryParam("period")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description =
          "2027, with all that lies in it; 2027-H1, 2027-Q3, 2027-10, 2027-W41 or the id of a term",
      example = "2027")
  @Nullable String period;

  /** Due on this day or later. */
  @QueryParam("from")
  @Nullable String from;

  /** Due on this day or earlier. */
  @QueryParam("to")
  @Nullable String to;

  /** A stretch of the title or of the measure's text. */
  @QueryParam("q")
  @Nullable String q;

  /**
   * Whoever may not know how far something was carried out does not learn it by asking for a state.
   *
   * @param named whether the list tells the caller of a measure that is not his to read
   */
  Where where(
      UnitRepository units, MeasureRepository measures, Seen seen, Predicate<String> named) {
    var byState = Parameter.oneOf("state", state, ProgressState.class);
    Where where =
        byState.isPresent()
            ? seen.deadlinesByState(new Where(), LIST)
            : seen.deadlines(new Where(), LIST);
    Parameter.text("unit", unit)
        .ifPresent(it -> where.and("unitId in :units", "units", units.idsOf("unit", it)));
    measures.filter(where, measure, conference, topic, named);
    Parameter.text("obligation", obligation).ifPresent(it -> where.equal("obligationId", it));
    Parameter.oneOf("kind", kind, RuleKind.class).ifPresent(it -> where.equal("kind", it.name()));
    Parameter.oneOf("status", status, DeadlineStatus.class)
        .ifPresent(it -> where.equal("status", it.name()));
    byState.ifPresent(
        it ->
            where.and(
                "id in (select p.deadlineId from Progress p where p.state = :state)",
                "state",
                it.name()));
    Parameter.periods("period", period)
        .ifPresent(it -> where.and("period in :periods", "periods", it));
    between(where);
    Parameter.text("q", q)
        .ifPresent(it -> where.containsOrMeasure(it, seen.measures(where), "title"));
    return where;
  }

  private void between(Where where) {
    LocalDate first = Parameter.date("from", from).orElse(LocalDate.MIN);
    LocalDate last = Parameter.date("to", to).orElse(LocalDate.MAX);
    if (first.isAfter(last)) {
      throw Problems.badRequest(
          "invalid-parameter", "from is " + first + "; give a date not after to " + last, "from");
    }
    if (!first.equals(LocalDate.MIN)) {
      where.and("dueOn >= :from", "from", first);
    }
    if (!last.equals(LocalDate.MAX)) {
      where.and("dueOn <= :to", "to", last);
    }
  }
}
