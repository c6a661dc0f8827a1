package duban.catalog.importing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CatalogueReaderTest {
  private final String shipped =
      new String(CatalogueSource.bytes("chaoyang").orElseThrow(), StandardCharsets.UTF_8);

  @Test
  void oneChangedByteOfTheTextIsRefused() {
    refused("纳入区委\"", "纳入区委。\"", "sha256 is fbce9058");
  }

  @Test
  void aUnitThatIsNotThereIsRefused() {
    refused("\"superior\": \"RDCWH\"", "\"superior\": \"NOBODY\"", "names the unit 'NOBODY'");
    refused(
        "\"addressee\": \"RDCWH\"",
        "\"addressee\": \"RDC\"",
        "The obligation o-039: who.addressee is 'RDC'; give the id or code");
  }

  @Test
  void aUnitThatIsAboveItselfIsRefused() {
    refused("\"kind\": \"AREA\"", "\"kind\": \"AREA\", \"superior\": \"QW\"", "is above itself");
  }

  @Test
  void aQuotationThatIsNotPrintedIsRefused() {
    refused(
        "\"quote\": \"区政府工作部门每年10月份",
        "\"quote\": \"区政府工作部门每年十月份",
        "The obligation o-039: quote must be a stretch of the text of 2015/T2/1 (line 39)");
  }

  @Test
  void aKindOfRuleOfALaterReleaseIsRefused() {
    refused(
        "\"kind\": \"EACH_TIME\"",
        "\"kind\": \"EVER_AFTER\"",
        "obligations[0].rule.kind is 'EVER_AFTER', but must be one of [QUOTA, WINDOW, CHECKPOINTS,");
  }

  @Test
  void aPeriodThatCannotBeMadeIsRefused() {
    refused("\"period\": \"YEAR\"", "\"period\": \"TERM\"", "rule.termOf is missing");
    refused(
        "\"period\": \"YEAR\"", "\"period\": \"DECADE\"", "'DECADE', which is no PeriodKind of");
  }

  @Test
  void anUnknownFieldIsRefusedByItsName() {
    refused(
        "\"timing\": \"NOT_BEFORE\"",
        "\"often\": 2, \"timing\": \"NOT_BEFORE\"",
        "obligations[0].rule.often is not known");
  }

  @Test
  void aMeasureThatIsNotThereIsRefused() {
    refused("\"2015/T2/1\"", "\"2015/T2/99\"", "measureId is '2015/T2/99', but must be");
  }

  @Test
  void secretDocumentsAreRefused() {
    refused("\"OPEN\"", "\"SECRET\"", "document.openness is 'SECRET', which is no Openness of");
  }

  @Test
  void brokenJsonIsRefusedWithItsPlace() {
    refused("\"title\": ", "\"title\" ", "The catalogue cannot be read at line 4");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> CatalogueSource.bytes("/no/such/file.json"))
        .isInstanceOf(CatalogueRefused.class)
        .hasMessageContaining("must be chaoyang, none, or the path of a file");
  }

  private void refused(String from, String to, String sentence) {
    int at = shipped.indexOf(from);
    String changed = shipped.substring(0, at) + to + shipped.substring(at + from.length());
    assertThatThrownBy(() -> CatalogueReader.read(changed.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(CatalogueRefused.class)
        .hasMessageContaining(sentence);
  }
}
