package duban.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.occasion.Occasion;
import duban.catalog.occasion.OccasionRepository;
import duban.catalog.snapshot.UnitRef;
import duban.chassis.clock.BusinessClock;
import duban.chassis.json.Json;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The occasions of a catalogue file. Each test's changes are rolled back. */
@QuarkusTest
@TestTransaction
class OccasionsImportTest {
  private static final String FIRST = "6a0c1d2e-0000-4000-8000-000000000001";
  private static final String SECOND = "6a0c1d2e-0000-4000-8000-000000000002";
  private static final String SECTIONS =
      """
      {"attributes": [{"name": "fDays", "type": "NUMBER", "label": "会期(天)"}],
       "occasionTypes": [
         {"id": "F_SESSION", "name": "会议", "yearly": true, "attributes": ["fDays"]},
         {"id": "F_MEETING", "name": "例会", "makesDeadlines": false}],
       "occasions": [
         {"id": "%s", "type": "F_SESSION", "name": "一次", "date": "2028-01-10",
          "unit": "RD", "attributes": {"fDays": 3}, "lead": ["RDCWH"], "co": ["QFY"],
          "enteredOn": "2027-09-01"},
         {"id": "%s", "type": "F_SESSION", "year": 2029, "follows": "%s"}]}
      """
          .formatted(FIRST, SECOND, FIRST);

  @Inject CatalogueImport importing;
  @Inject OccasionRepository occasions;
  @Inject BusinessClock clock;

  /** Document and units as shipped, and nothing else but these sections. */
  private static byte[] file(String sections) {
    try {
      var json = Json.contract();
      ObjectNode shipped =
          (ObjectNode) json.readTree(CatalogueSource.bytes("chaoyang").orElseThrow());
      ObjectNode file = shipped.retain("document", "units");
      file.setAll((ObjectNode) json.readTree(sections));
      return json.writeValueAsBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private int load(String sections) {
    LocalDate today = clock.today();
    return importing.load(CatalogueReader.read(file(sections)), today, today);
  }

  private List<Occasion> of(String type) {
    return occasions.all().stream().filter(it -> it.type().equals(type)).toList();
  }

  @Test
  void theyAreStoredWithTheirTypesAndAttributesAndAFileWithoutThemIsFine() {
    assertThat(load("{}")).isZero();
    // An attribute, two types, two occasions, and the one that is expected in the running year.
    assertThat(load(SECTIONS)).isEqualTo(6);
    assertThat(occasions.attributes().get("fDays").label()).isEqualTo("会期(天)");
    assertThat(occasions.types().get("F_MEETING").makesDeadlines()).isFalse();
    assertThat(occasions.types().get("F_SESSION").makesDeadlines()).isTrue();
    var stored = of("F_SESSION");
    assertThat(stored).extracting(Occasion::year).containsExactly(2027, 2028, 2029);
    Occasion session = stored.get(1);
    assertThat(session.unit()).isEqualTo(new UnitRef("RD", "RD", session.unit().name()));
    assertThat(session.lead()).extracting(UnitRef::code).containsExactly("RDCWH");
    assertThat(session.enteredOn()).isEqualTo("2027-09-01");
    assertThat(stored.get(2).enteredOn()).isEqualTo(clock.today());
    assertThat(load(SECTIONS)).isZero();
  }

  @Test
  void aFileMayBringTheOneThatTheServiceHadExpected() {
    String types = SECTIONS.substring(0, SECTIONS.indexOf(",\n \"occasions\"")) + "}";
    load(types);
    assertThat(of("F_SESSION")).extracting(Occasion::year).containsExactly(2027, 2028);
    load(SECTIONS.replace("2029", "2028"));
    assertThat(occasions.occasions().stream().filter(it -> it.type().equals("F_SESSION")))
        .extracting(it -> it.id().toString())
        .contains(FIRST, SECOND)
        .hasSize(3);
  }

  @Test
  void whatEachUnitOfAGroupKeepsIsExpectedOfEach() {
    String kept = SECTIONS.replace("\"yearly\": true", "\"yearly\": true, \"keptBy\": [\"XRD\"]");
    // Of each of the 19 in both years: the one that is planned for 2028 is that of another unit.
    assertThat(load(kept)).isEqualTo(5 + 2 * 19);
    assertThat(of("F_SESSION").stream().filter(it -> it.date() == null && it.unit() != null))
        .extracting(it -> it.unit().code())
        .contains("XRD-01", "XRD-19");
    assertThat(load(kept)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"NUMBER\" | \"WORD\" | 'WORD', which is no ValueType of",
        "\"label\": \"会期(天)\" | \"label\": \"\" | attributes: fDays needs a type and a label",
        "[\"fDays\"] | [\"fNone\"] | occasionTypes: F_SESSION: attributes has 'fNone'",
        "\"yearly\": true | \"keptBy\": [\"XRD\"] | occasionTypes: F_SESSION: keptBy says who keeps one each year",
        "\"yearly\": true | \"yearly\": true, \"keptBy\": [\"NO\"] | occasionTypes: F_SESSION names the unit 'NO'",
        "\"F_MEETING\" | \"F_SESSION\" | occasionTypes: F_SESSION stands twice",
        "\"F_MEETING\" | \"f-meeting\" | occasionTypes: 'f-meeting' must be of the form",
        "{\"fDays\": 3} | {\"fDays\": true} | occasions[0].attributes.fDays must be a number",
        "\"type\": \"F_SESSION\", \"year\" | \"type\": \"F_NONE\", \"year\" | occasions[1].type is 'F_NONE'",
        "\"unit\": \"RD\" | \"unit\": \"NOBODY\" | occasions[0] names the unit 'NOBODY'",
        "\"year\": 2029, | | occasions[1] needs a date, or its year",
        "\"date\": \"2028-01-10\" | \"date\": \"2028-01-10\", \"place\": \"x\" | occasions[0].place is not known",
        "000002 | 000001 | occasions[1].id is",
        "\"follows\": \"6a0c1d2e-0000-4000-8000-000000000001\" | \"follows\": \"6a0c1d2e-0000-4000-8000-000000000002\" | occasions[1].follows: the occasion comes after itself"
      })
  void whatIsWrongIsRefusedInASentence(String from, String to, String sentence) {
    String changed = SECTIONS.replace(from, to == null ? "" : to);
    assertThat(changed).isNotEqualTo(SECTIONS);
    assertThatThrownBy(() -> CatalogueReader.read(file(changed)))
        .isInstanceOf(CatalogueRefused.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void whatStaffHaveEnteredAlreadyIsNotEnteredTwice() {
    load(SECTIONS);
    String again = SECTIONS.replace(FIRST, "6a0c1d2e-0000-4000-8000-000000000003");
    assertThatThrownBy(() -> load(again))
        .isInstanceOf(CatalogueRefused.class)
        .hasMessageContaining("occasions: date is 2028-01-10, on which " + FIRST);
  }
}
