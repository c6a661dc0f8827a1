package duban.chassis.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.chassis.identity.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {

  private static final String COLUMNS = "operation\treporter\tanonymous\n";

  private static Rights table(String rows) {
    try {
      return Rights.parse(
          new ByteArrayInputStream((COLUMNS + rows).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aRowSaysWhatARoleMayAndWhatAnybody() {
    var row = table("POST events COUNTED\tOS\t-\n").of("POST events COUNTED");
    assertThat(row.of(Role.REPORTER).near()).isEqualTo(Set.of(Nearness.OWN, Nearness.SUPERVISED));
    assertThat(row.of(Role.LEADER)).isEqualTo(Cell.NONE);
    assertThat(row.anybody()).isEqualTo(Cell.NONE);
  }

  @Test
  void whatIsPublishedHasLettersOfItsOwn() {
    var cell = table("GET progress\tO\tTL\n").of("GET progress").anybody();
    assertThat(cell.text()).isTrue();
    assertThat(cell.states()).isTrue();
    assertThat(cell.near()).isEmpty();
  }

  @Test
  void thePartsOfAnOperationStandUnderIt() {
    var table = table("POST events A\tO\t-\nPOST events B\tO\t-\nPOST eventsX\tO\t-\n");
    assertThat(table.under("POST events"))
        .extracting(Row::operation)
        .containsExactly("POST events A", "POST events B");
  }

  @ParameterizedTest
  @CsvSource({
    "GET a|O,has not 3 cells",
    "GET a|X|-,letters of OSFTL",
    "GET a||-,letters of OSFTL",
    "GET a|OSF O|-,letters of OSFTL"
  })
  void aLineThatCannotBeUnderstoodIsNamed(String line, String why) {
    assertThatThrownBy(() -> table(line.replace('|', '\t')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GET a")
        .hasMessageContaining(why);
  }

  @Test
  void twoThingsOfOneOperationAreRefused() {
    assertThatThrownBy(() -> table("GET a\tO\t-\nGET a\t-\t-\n"))
        .hasMessageContaining("two things");
  }

  @Test
  void anOfficeMayChangeRowsButNotInventThem() {
    var shipped = table("GET a\t-\t-\nGET b\t-\t-\n");
    var changed = shipped.changedBy(table("GET a\tOSF\t-\n"));
    assertThat(changed.of("GET a").of(Role.REPORTER).near()).hasSize(3);
    assertThat(changed.of("GET b")).isEqualTo(shipped.of("GET b"));
    assertThat(shipped.changedBy(table("*\t-\tOSF\n")).rows()).allMatch(it -> it.anybody().whole());
    assertThatThrownBy(() -> shipped.changedBy(table("GET c\tO\t-\n")))
        .hasMessageContaining("GET c");
  }

  /** Contacts, reminders, evidence, drafts and who wrote what. */
  @ParameterizedTest
  @CsvSource({
    "GET events|O|T",
    "GET events|O|L",
    "GET events|O|F",
    "GET events|O|OSF",
    "*|O|T",
    "*|O|TL",
    "*|O|OSFL"
  })
  void whatIsShippedAsNobodysWithoutATokenCannotBeOpened(String line) {
    var shipped = table("GET events\tO\t-\nGET progress\tO\tL\n");
    var office = table(line.replace('|', '\t') + "\n");
    assertThatThrownBy(() -> shipped.changedBy(office))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("GET events", "without a token", line.split("\\|")[2]);
  }

  @Test
  void whatIsShownWithoutATokenMayBeShownMoreOrLess() {
    var shipped = table("GET events\tO\t-\nGET progress\tO\tL\n");
    for (var cell : new String[] {"-", "T", "TL"}) {
      var changed = shipped.changedBy(table("GET progress\tO\t" + cell + "\n"));
      assertThat(changed.of("GET progress").anybody().letters()).isEqualTo(cell);
      assertThat(changed.of("GET events").anybody()).isEqualTo(Cell.NONE);
    }
  }

  @Test
  void whatNoRowNamesNobodyMay() {
    assertThatThrownBy(() -> table("").of("GET a")).hasMessageContaining("no row GET a");
  }
}
