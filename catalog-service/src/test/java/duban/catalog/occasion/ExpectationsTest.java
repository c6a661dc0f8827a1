package duban.catalog.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.Contracts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who keeps a yearly occasion has one of its own, whatever the others do. */
class ExpectationsTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-10-25");
  private static final String GROUP = "\"kind\": \"GROUP\", \"members\": [\"A\", \"B\"]";

  private final Expecting expecting = new Expecting();

  @Test
  void oneForAllHasTheIdThatItAlwaysHad() {
    expecting.on(
        LocalDate.parse("2027-01-01"),
        Contracts.json(
            """
            {"occasionTypes": [{"id": "DISTRICT_CONGRESS_SESSION", "yearly": true}]}
            """));
    assertThat(expecting.standing())
        .extracting(it -> it.id().toString())
        .contains("b557daaa-5bcd-5be6-acad-c93042684c23");
  }

  @Test
  void eachUnitOfAGroupHasItsOwnForThisYearAndTheNext() {
    assertThat(standing(GROUP, "", "")).containsExactly("2027 A", "2027 B", "2028 A", "2028 B");
    assertThat(expecting.standing()).extracting(Expecting.Made::id).doesNotHaveDuplicates();
  }

  @Test
  void whatOneEntersLeavesTheOthersAlone() {
    assertThat(standing(GROUP, "", occasion(2028, "\"unit\": \"A\"")))
        .containsExactly("2027 A", "2027 B", "2028 B");
    assertThat(standing(GROUP, "", occasion(2028, "\"unit\": \"A\", \"cancelled\": true")))
        .containsExactly("2027 A", "2027 B", "2028 A", "2028 B");
  }

  @Test
  void oneForAllOrOfItsPlaceTakesThePlaceOfItsOwn() {
    assertThat(standing(GROUP, "", occasion(2028, "\"name\": \"联席会议\"")))
        .containsExactly("2027 A", "2027 B");
    assertThat(standing(GROUP, "", occasion(2028, "\"unit\": \"PARTY-A\"")))
        .containsExactly("2027 A", "2027 B", "2028 B");
    assertThat(standing(GROUP, "", occasion(2028, "\"unit\": \"C\"")))
        .containsExactly("2027 A", "2027 B", "2028 A", "2028 B");
  }

  @Test
  void whoJoinsKeepsOneFromTheYearThatBeginsThen() {
    String joined =
        "\"kind\": \"GROUP\", \"members\": [\"A\", \"C\"], \"memberSince\": {\"C\": \"2027-10-25\"}";
    assertThat(standing(joined, "", "")).containsExactly("2027 A", "2028 A", "2028 C");
  }

  @Test
  void whoLeavesKeepsNoneAndOneAgainWhenItComesBack() {
    standing(GROUP, "", "");
    String left = "\"kind\": \"GROUP\", \"members\": [\"B\"]";
    assertThat(standing(left, "", "")).containsExactly("2027 B", "2028 B");
    assertThat(standing(GROUP, "", "")).containsExactly("2027 A", "2027 B", "2028 A", "2028 B");
  }

  @Test
  void ofWhatBeginsAfterItsEndTheSuccessorKeepsOneAndWhatHadBegunStays() {
    standing(GROUP, "", "");
    String merged = "\"endedOn\": \"2027-10-01\", \"successor\": \"B\"";
    assertThat(standing(GROUP, merged, "")).containsExactly("2027 A", "2027 B", "2028 B");
    String toAnother = "\"endedOn\": \"2027-10-01\", \"successor\": \"C\"";
    assertThat(standing(GROUP, toAnother, ""))
        .containsExactly("2027 A", "2027 B", "2028 B", "2028 C");
    assertThat(standing(GROUP, "\"endedOn\": \"2027-10-01\"", ""))
        .containsExactly("2027 B", "2028 B");
  }

  @Test
  void aGroupOfWhichNobodyIsKnownStandsForItself() {
    assertThat(standing("\"kind\": \"GROUP\"", "", "")).containsExactly("2027 G", "2028 G");
    assertThat(standing(GROUP, "", "")).containsExactly("2027 A", "2027 B", "2028 A", "2028 B");
  }

  /**
   * After the service has looked at it.
   *
   * @param group what is said of the group
   * @param first what is said of A
   * @param entered occasions that staff have entered
   */
  private List<String> standing(String group, String first, String entered) {
    expecting.on(TODAY, catalogue(group, first, entered));
    assertThat(expecting.on(TODAY, catalogue(group, first, entered))).isZero();
    return expecting.standing().map(it -> it.year() + " " + it.unit()).sorted().toList();
  }

  private static JsonNode catalogue(String group, String first, String entered) {
    return Contracts.json(
        """
        {"occasionTypes": [{"id": "T", "yearly": true, "keptBy": ["G"]}],
         "occasions": [%s],
         "units": [{"code": "G", "name": "G", %s},
           {"code": "A", "name": "A", "kind": "BODY", "place": "甲乡"%s},
           {"code": "B", "name": "B", "kind": "BODY", "place": "乙乡"},
           {"code": "C", "name": "C", "kind": "BODY"},
           {"code": "PARTY-A", "name": "P", "kind": "BODY", "place": "甲乡"}]}
        """
            .formatted(entered, group, first.isEmpty() ? "" : ", " + first));
  }

  private static String occasion(int year, String more) {
    return """
    {"id": "00000000-0000-4000-8000-000000000001", "type": "T", "date": "%d-03-01", "year": %d,
     "attributes": {}, "enteredOn": "2027-10-25", %s}
    """
        .formatted(year, year, more);
  }
}
