package duban.catalog.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.obligation.Obligation;
import duban.catalog.term.Term;
import duban.catalog.unit.Unit;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The deadlines of a catalogue in a file's form, as they are published; nothing is stored. */
public final class Engine {
  private final List<Obligation> obligations;
  private final Basis basis;
  private final Schedule schedule;

  /** Throws IllegalArgumentException if an obligation would be refused. */
  public Engine(JsonNode catalogue) {
    var file = new InFile(catalogue);
    obligations = file.all("obligations", Obligation.class);
    for (var it : obligations) {
      it.complaint()
          .ifPresent(
              complaint -> {
                throw new IllegalArgumentException(it.id() + ": " + complaint);
              });
    }
    basis =
        new Basis(
            file.units(),
            file.all("terms", Term.class),
            file.occasions(),
            file.types(),
            file.answers(),
            new WorkingCalendar(file.calendars()));
    schedule = new Schedule(basis, obligations);
  }

  public List<JsonNode> deadlines(int firstYear, int lastYear) {
    return json(schedule.of(obligations, firstYear, lastYear));
  }

  private Engine(List<Obligation> obligations, Basis basis) {
    this.obligations = obligations;
    this.basis = basis;
    this.schedule = new Schedule(basis, obligations);
  }

  /** The same with other days of a year. */
  public Engine with(CalendarYear year) {
    var calendar = basis.calendar().with(year.year(), year);
    var other =
        new Basis(
            basis.units(),
            basis.terms(),
            basis.occasions(),
            basis.types(),
            basis.answers(),
            calendar);
    return new Engine(obligations, other);
  }

  public List<String> units() {
    return basis.units().all().stream().map(Unit::id).toList();
  }

  /** What must be made again of what was made, and what that comes to. */
  public record Again(List<JsonNode> left, List<JsonNode> made) {}

  /** After the days of a year were others before. */
  public Again again(Engine before, int year, int firstYear, int lastYear) {
    var reach = new CalendarReach(before.basis.calendar(), basis, schedule, lastYear);
    var part = reach.of(year, obligations);
    return new Again(
        json(
            before
                .schedule
                .of(obligations, firstYear, lastYear)
                .filter(it -> !part.isOwedBy(it.unit().id()) || !has(part, it))),
        json(schedule.of(part, firstYear, lastYear).filter(it -> part.isOwedBy(it.unit().id()))));
  }

  private static boolean has(Part part, Deadline it) {
    var stretch =
        it.kind().ofPeriods(it.occasionId() != null)
            ? it.period()
            : Objects.toString(it.occasionId(), "");
    return Objects.requireNonNull(part.stretches())
        .getOrDefault(it.obligationId(), Set.of())
        .contains(stretch);
  }

  private static List<JsonNode> json(Stream<Deadline> deadlines) {
    return deadlines.<JsonNode>map(InFile.JSON::valueToTree).toList();
  }
}
