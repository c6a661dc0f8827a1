package duban.catalog.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.catalog.obligation.Applicability;
import duban.catalog.obligation.Obligation;
import duban.catalog.unit.Unit;
import duban.catalog.unit.Units;
import duban.chassis.calendar.WorkingCalendar;
import duban.chassis.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private final Unit first = Bodies.one("A-01");
  private final Unit second = Bodies.one("A-02");
  private final Unit group = Bodies.group("A", first, second);
  private final Unit unknown = Bodies.one("B");
  private final Basis basis =
      new Basis(
          new Units(List.of(first, second, group, unknown)),
          List.of(),
          List.of(),
          Map.of(),
          Applicability.NONE,
          new WorkingCalendar(List.of()));

  @Test
  void eachMemberOfAGroupOwesItPerUnit() {
    assertThat(codes(obligation("PER_UNIT", "A", "MUST", "2027-01-01"), 2027))
        .containsExactly("A-01", "A-02");
  }

  @Test
  void aGroupOwesItJointlyOnce() {
    assertThat(codes(obligation("JOINT", "A", "MUST", "2027-01-01"), 2027)).containsExactly("A");
  }

  @Test
  void aGroupWithoutKnownMembersOwesItItself() {
    assertThat(codes(obligation("PER_UNIT", "B", "MUST", "2027-01-01"), 2027)).containsExactly("B");
  }

  @Test
  void aDutyBeginsWithTheFirstYearInForce() {
    var obligation = obligation("PER_UNIT", "A", "MUST", "2028-01-01");
    assertThat(codes(obligation, 2027)).isEmpty();
    assertThat(codes(obligation, 2028)).hasSize(2);
  }

  @Test
  void whatMayBeDoneMakesNoDeadline() {
    assertThat(codes(obligation("PER_UNIT", "A", "MAY", "2027-01-01"), 2027)).isEmpty();
    assertThat(codes(obligation("PER_UNIT", "A", "IN_PRINCIPLE", "2027-01-01"), 2027)).hasSize(2);
  }

  @Test
  void theSameDutyAlwaysHasTheSameIdAndAnotherUnitOrYearAnother() {
    var obligation = obligation("PER_UNIT", "A", "MUST", "2027-01-01");
    var made = made(obligation, 2027).toList();
    assertThat(made(obligation, 2027)).isEqualTo(made);
    assertThat(
            Stream.of(2027, 2028)
                .flatMap(year -> made(obligation, year))
                .map(Deadline::id)
                .distinct())
        .hasSize(4);
  }

  private Stream<String> codes(Obligation obligation, int year) {
    return made(obligation, year).map(it -> it.unit().code());
  }

  private Stream<Deadline> made(Obligation obligation, int year) {
    return new Schedule(basis, List.of(obligation)).of(List.of(obligation), year, year);
  }

  private static Obligation obligation(String fanOut, String who, String strength, String from) {
    String json =
        """
        {"id": "o-1", "measureId": "m", "title": "t", "quote": "q", "strength": "%s",
         "who": {"responsible": ["%s"], "supervisor": "A", "fanOut": "%s"},
         "rule": {"kind": "QUOTA", "period": "YEAR", "times": 1},
         "afterDue": "EXPLAIN", "inForceFrom": "%s"}
        """
            .formatted(strength, who, fanOut, from);
    try {
      return Json.contract().readValue(json, Obligation.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
