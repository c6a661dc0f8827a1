package duban.catalog.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
  private static final String HEADING = "第一次人大工作会议(2001年)";

  @Test
  void theNumberIsOnlyALabelAndTheOrdinalIsTheKey() {
    var items = read("专题", HEADING, "1. 甲。", "2. 乙。", "1. 丙。", "5. 丁。");
    assertThat(items).extracting(PrintedItem::ordinal).containsExactly(1, 2, 3, 4);
    assertThat(items).extracting(PrintedItem::label).containsExactly("1.", "2.", "1.", "5.");
    assertThat(items)
        .extracting(PrintedItem::flags)
        .containsExactly(
            List.of(), List.of(), List.of(Flag.LABEL_REPEATED), List.of(Flag.LABEL_SKIPPED));
  }

  @Test
  void aGroupThatStartsLateHasSkipped() {
    assertThat(read("专题", HEADING, "3. 甲。").get(0).flags()).containsExactly(Flag.LABEL_SKIPPED);
  }

  @Test
  void eachConferenceCountsAnew() {
    var items = read("专题", HEADING, "1. 甲。", "第二次人大工作会议(2010年)", "1. 乙。");
    assertThat(items).extracting(PrintedItem::ordinal).containsExactly(1, 1);
    assertThat(items.get(1).conference()).isEqualTo(new PrintedConference("第二次人大工作会议", 2010));
    assertThat(items).allSatisfy(item -> assertThat(item.flags()).isEmpty());
  }

  @Test
  void aLineOfNoBreakSpacesIsBlankAndOneAtTheEndIsKept() {
    var items = read("题目", "\u00a0", "专题", "\u00a0", HEADING, "1. 甲。\u00a0", "\u00a0");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).text()).isEqualTo("甲。\u00a0");
    assertThat(items.get(0).flags()).isEmpty();
    assertThat(items.get(0).topic()).isEqualTo(new PrintedTopic(1, "专题"));
  }

  @Test
  void aSentenceWithoutAnEndIsCutOff() {
    assertThat(read("专题", HEADING, "1. 纳入区委").get(0).flags()).containsExactly(Flag.CUT_OFF);
    assertThat(read("专题", HEADING, "1. 他说“好。”").get(0).flags()).isEmpty();
  }

  @Test
  void anotherFormOfTheLabelIsKeptAndFlagged() {
    var item = read("专题", HEADING, "1、甲。").get(0);
    assertThat(item.label()).isEqualTo("1、");
    assertThat(item.text()).isEqualTo("甲。");
    assertThat(item.flags()).containsExactly(Flag.LABEL_FORM);
  }

  @Test
  void whatIsNeitherHeadingNorItemIsRefused() {
    assertThatThrownBy(() -> read("专题", HEADING, "1. 甲。", "乙"))
        .hasMessage("line 4 is neither a heading nor a numbered item: 乙");
    assertThatThrownBy(() -> read(HEADING, "1. 甲。")).hasMessageContaining("without a topic");
    assertThatThrownBy(() -> read("题目", "1. 甲。")).hasMessageContaining("without a conference");
  }

  private static List<PrintedItem> read(String... lines) {
    return DocumentReader.read(new SourceText(List.of(lines)));
  }
}
