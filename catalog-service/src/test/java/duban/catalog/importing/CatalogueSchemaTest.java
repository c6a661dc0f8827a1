package duban.catalog.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import duban.catalog.Contracts;
import org.junit.jupiter.api.Test;

class CatalogueSchemaTest {
  private final String shipped = new String(CatalogueSource.bytes("chaoyang").orElseThrow(), UTF_8);

  @Test
  void theShippedFileIsAsItsSchemaSays() {
    assertThat(Contracts.errors("catalogue", shipped.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void aRuleHoldsOnlyWhatItsKindKnows() {
    refused("\"kind\": \"ONE_OFF\"", "\"kind\": \"ONE_OFF\", \"times\": 1");
    refused("\"kind\": \"WINDOW\", \"period\": \"YEAR\"", "\"kind\": \"WINDOW\"");
    refused("\"kind\": \"WINDOW\"", "\"kind\": \"DECADE\"");
  }

  @Test
  void aDayThatNoYearHasAndASpanWithoutLengthAreRefused() {
    refused("\"due\": \"--10-31\"", "\"due\": \"--13-31\"");
    refused("\"due\": \"--10-31\"", "\"due\": \"10-31\"");
    refused("\"lead\": \"P20D\"", "\"lead\": \"P\"");
  }

  @Test
  void nobodyIsForgottenWhoWatchesOverIt() {
    refused("\"supervisor\": \"RDCWH-BG\", ", "");
  }

  @Test
  void fieldsThatAreNotKnownAreRefusedEverywhere() {
    refused("\"yearly\": true", "\"yearly\": true, \"monthly\": false");
    refused("\"type\": \"NUMBER\"", "\"type\": \"DATE\"");
    refused("\"kind\": \"AREA\"", "\"kind\": \"AREA\", \"parent\": \"QW\"");
    refused("\"status\": \"PROPOSED\"", "\"status\": \"PERHAPS\"");
  }

  private void refused(String from, String to) {
    int at = shipped.indexOf(from);
    assertThat(at).as(from).isPositive();
    String changed = shipped.substring(0, at) + to + shipped.substring(at + from.length());
    assertThat(Contracts.errors("catalogue", changed.getBytes(UTF_8))).as(to).isNotEmpty();
  }
}
