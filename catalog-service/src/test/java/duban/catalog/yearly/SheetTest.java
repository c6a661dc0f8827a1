package duban.catalog.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

  @Test
  void quotationMarksAndLinesStayInTheirCell() {
    assertThat(Sheet.cell("他说\"好\",\n就好")).isEqualTo("\"他说\"\"好\"\",\n就好\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=1", "+1", "-1", "@1"})
  void nothingIsReckonedOutByWhoeverOpensIt(String text) {
    assertThat(Sheet.cell(text)).isEqualTo("\"'" + text + "\"");
  }

  @Test
  void itBeginsWithTheMarkOfUtf8AndEndsEachLineAsSpreadsheetsDo() {
    assertThat(Sheet.of(new YearlyList(2028, LocalDate.of(2027, 10, 25), List.of())))
        .startsWith("\uFEFF\"单位\",\"序号\",\"文件依据\"")
        .endsWith("\"备注\"\r\n");
  }
}
