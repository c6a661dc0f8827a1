package duban.catalog.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.catalog.obligation.Applicability;
import duban.catalog.obligation.Obligation;
import duban.catalog.occasion.OccasionType;
import duban.catalog.unit.Unit;
import duban.catalog.unit.Units;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import duban.chassis.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What is only counted, because such meetings are frequent. */
class TallyTest {
  private static final String RULE =
      "'rule': {'kind': 'EACH_TIME', 'occasion': 'WEEKLY', 'timing': 'AT'}";
  private final Unit first = Bodies.one("A-01");
  private final Unit second = Bodies.one("A-02");
  private final Unit group = Bodies.group("A", first, second);

  @Test
  void eachUnitHasOneForEachHalfYearWhateverDaysAreOff() {
    var made = made(obligation(RULE, "2028-01-01"), basis(false), 2028);
    assertThat(made)
        .extracting(it -> it.unit().code(), Deadline::period, Deadline::opensOn, Deadline::dueOn)
        .containsExactlyInAnyOrder(
            row("A-01", "2028-H1", "2028-01-01", "2028-06-30"),
            row("A-02", "2028-H1", "2028-01-01", "2028-06-30"),
            row("A-01", "2028-H2", "2028-07-01", "2028-12-31"), // a Sunday
            row("A-02", "2028-H2", "2028-07-01", "2028-12-31"));
    assertThat(made).allMatch(it -> Boolean.TRUE.equals(it.tally()) && !it.provisional());
    assertThat(made).allMatch(it -> it.occasionId() == null && it.required() == null);
    assertThat(made.stream().map(Deadline::id).distinct()).hasSize(4);
  }

  @Test
  void nobodyRatesItAndItIsNotExtended() {
    var rated = "'rated': true, 'extension': {'max': 'P15D', 'times': 1}, " + RULE;
    assertThat(made(obligation(rated, "2028-01-01"), basis(false), 2028))
        .allMatch(it -> !it.rated() && it.extension() == null);
  }

  @Test
  void itBeginsWithTheNextHalfYear() {
    assertThat(made(obligation(RULE, "2028-03-01"), basis(false), 2028))
        .extracting(Deadline::period)
        .containsOnly("2028-H2");
  }

  @Test
  void whomOnlyAnOccasionNamesItIsNotCountedOf() {
    assertThat(made(obligation(RULE, "2028-01-01", "@lead"), basis(false), 2028)).isEmpty();
  }

  @Test
  void ofAnOrderThereIsNothingToCount() {
    var order = RULE.replace("'AT'", "'NOT_BEFORE'");
    assertThat(made(obligation(order, "2028-01-01"), basis(false), 2028)).isEmpty();
  }

  @Test
  void onceOccasionsOfTheTypeMakeDeadlinesNothingIsCounted() {
    assertThat(made(obligation(RULE, "2028-01-01"), basis(true), 2028)).isEmpty();
  }

  @Test
  void anotherCalendarChangesNoneOfThem() {
    var obligation = obligation(RULE, "2028-01-01");
    var basis = basis(false);
    var off = Map.of(LocalDate.of(2028, 6, 30), "停电");
    var reach =
        new CalendarReach(
            new WorkingCalendar(List.of())
                .with(2028, new CalendarYear("2028", 2028, 1, off, Map.of(), false)),
            basis,
            new Schedule(basis, List.of(obligation)),
            2029);
    assertThat(reach.of(2028, List.of(obligation)).rules()).isEmpty();
  }

  private static Tuple row(String unit, String period, String opens, String due) {
    return Tuple.tuple(unit, period, LocalDate.parse(opens), LocalDate.parse(due));
  }

  private static List<Deadline> made(Obligation obligation, Basis basis, int year) {
    return new Schedule(basis, List.of(obligation)).of(List.of(obligation), year, year).toList();
  }

  private Basis basis(boolean makesDeadlines) {
    return new Basis(
        new Units(List.of(first, second, group)),
        List.of(),
        List.of(),
        Map.of(
            "WEEKLY",
            new OccasionType("WEEKLY", "例会", false, List.of(), makesDeadlines, List.of(), null)),
        Applicability.NONE,
        new WorkingCalendar(List.of()));
  }

  private static Obligation obligation(String rule, String from) {
    return obligation(rule, from, "A");
  }

  private static Obligation obligation(String rule, String from, String responsible) {
    String json =
        """
        {'id': 'o-1', 'measureId': 'm', 'title': 't', 'quote': 'q', 'strength': 'MUST',
         'who': {'responsible': ['%s'], 'coHandlers': ['@co'], 'supervisor': 'A', 'fanOut': 'PER_UNIT'},
         %s, 'afterDue': 'EXPLAIN', 'inForceFrom': '%s'}
        """
            .formatted(responsible, rule, from)
            .replace('\'', '"');
    try {
      return Json.contract().readValue(json, Obligation.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
