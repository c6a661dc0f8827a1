package duban.catalog.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A was merged into B in the middle of 2027, and B into C in the middle of 2029. */
class HandedOnTest {
  private static final String UNITS =
      """
      {'code': 'A', 'name': 'A', 'kind': 'BODY', 'endedOn': '2027-07-01', 'successor': 'B'},
      {'code': 'B', 'name': 'B', 'kind': 'BODY', 'endedOn': '2029-07-01', 'successor': 'C'},
      {'code': 'C', 'name': 'C', 'kind': 'BODY'},
      {'code': 'D', 'name': 'D', 'kind': 'DEPUTY'},
      {'code': 'G', 'name': 'G', 'kind': 'GROUP', 'members': ['C', 'D'],
       'memberSince': {'D': '2028-05-13'}}
      """;
  private static final String YEARLY = "'kind': 'QUOTA', 'period': 'YEAR', 'times': 1";

  @Test
  void whatBeganBeforeAnEndIsOwedBesideWhatTheSuccessorOwes() {
    // 2027: A and B each; 2028 and 2029: B, for both; 2030: C, for all.
    assertThat(made("'PER_UNIT', 'responsible': ['A', 'B']", YEARLY))
        .containsExactly("2027 C", "2027 C", "2028 C", "2029 C", "2030 C");
    assertThat(made("'PER_UNIT', 'responsible': ['A', 'B', 'C']", YEARLY))
        .filteredOn(it -> it.startsWith("2028"))
        .hasSize(2);
  }

  @Test
  void aDeputyWhoIsNamedOwesItAndNotTheOrganiser() {
    assertThat(made("'PER_DEPUTY', 'responsible': ['D'], 'organiser': 'C'", YEARLY))
        .containsOnly("2027 D", "2028 D", "2029 D", "2030 D");
  }

  @Test
  void theOccasionsOfTheSuccessorAreThoseOfTheUnit() {
    var each = "'kind': 'EACH_TIME', 'occasion': 'SESSION', 'timing': 'AT', 'occasionOf': ";
    assertThat(made("'PER_UNIT', 'responsible': ['A']", each + "'SAME_UNIT'"))
        .containsExactly("2027 C", "2028 C");
  }

  @Test
  void aDateOfStaffDecidesWhoBelongsAndNotTheDayToWhichItRolls() {
    // 2028-05-13 is a Saturday; D belongs since then, and the date rolls to Friday.
    var once = "'kind': 'ONE_OFF', 'due': '2028-05-13'";
    assertThat(made("'PER_UNIT', 'responsible': ['G']", once)).containsExactly("2028 C", "2028 D");
  }

  private static List<String> made(String who, String rule) {
    return new Engine(catalogue(who, rule))
        .deadlines(2027, 2030).stream()
            .map(it -> it.path("period").asText() + " " + it.at("/unit/code").asText())
            .sorted()
            .toList();
  }

  private static JsonNode catalogue(String who, String rule) {
    var text =
        """
        {'units': [%s],
         'occasionTypes': [{'id': 'SESSION', 'makesDeadlines': true}],
         'occasions': [
           {'id': '00000000-0000-0000-0000-000000000001', 'type': 'SESSION', 'unit': 'A',
            'date': '2027-03-01', 'year': 2027, 'enteredOn': '2027-01-01', 'attributes': {}},
           {'id': '00000000-0000-0000-0000-000000000002', 'type': 'SESSION', 'unit': 'B',
            'date': '2028-03-01', 'year': 2028, 'enteredOn': '2027-01-01', 'attributes': {}},
           {'id': '00000000-0000-0000-0000-000000000003', 'type': 'SESSION', 'unit': 'D',
            'date': '2028-04-05', 'year': 2028, 'enteredOn': '2027-01-01', 'attributes': {}}],
         'obligations': [
           {'id': 'o', 'measureId': 'm', 'title': 't', 'quote': 'q', 'strength': 'MUST',
            'who': {'supervisor': 'C', 'fanOut': %s}, 'rule': {%s}, 'afterDue': 'EXPLAIN',
            'inForceFrom': '2027-01-01'}]}
        """
            .formatted(UNITS, who, rule);
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
