package duban.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;

import duban.catalog.document.Flag;
import duban.catalog.document.PrintedItem;
import duban.catalog.obligation.Obligation;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Relation;
import duban.catalog.unit.Unit;
import duban.catalog.unit.Units;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedCatalogueTest {
  private static final Catalogue CATALOGUE =
      CatalogueReader.read(CatalogueSource.bytes("chaoyang").orElseThrow());

  private final List<String> lines = CATALOGUE.document().text().lines();
  private final List<PrintedItem> items = CATALOGUE.items();
  private final Units units = new Units(CATALOGUE.units());

  @Test
  void theTextHasTheChecksumOfTheSourceAndItsNoBreakSpaces() {
    assertThat(CATALOGUE.document().text().sha256())
        .isEqualTo("fbce9058252dd6325aa6093668cd973265d5318d2e2948b4e737e138def0ac08");
    assertThat(lines).hasSize(123);
    assertThat(lines.stream().filter("\u00a0"::equals)).hasSize(31);
    assertThat(lines.get(122)).endsWith("落实规范性文件备案制度。");
  }

  @Test
  void all65MeasuresEqualTheirLinesToTheLetter() {
    assertThat(items).hasSize(65);
    assertThat(items)
        .allSatisfy(
            item ->
                assertThat(item.label() + (item.label().endsWith(".") ? " " : "") + item.text())
                    .isEqualTo(lines.get(item.line() - 1)));
    assertThat(lines.stream().filter(line -> line.matches("\\d.*"))).hasSize(65);
  }

  @Test
  void eachOfTheSixTopicsHasEachOfTheThreeConferences() {
    var groups =
        items.stream()
            .map(item -> item.topic().id() + "/" + item.conference().id())
            .collect(Collectors.toSet());
    assertThat(groups)
        .isEqualTo(
            Stream.of("T1", "T2", "T3", "T4", "T5", "T6")
                .flatMap(topic -> Stream.of("2001", "2010", "2015").map(it -> topic + "/" + it))
                .collect(Collectors.toSet()));
    assertThat(items.stream().map(item -> item.topic().name()).distinct())
        .containsExactly(
            "保证人民代表大会依法行使职权",
            "提高区人大常委会工作质量和实效",
            "加强和改进代表工作",
            "加强党对人大工作的领导",
            "提高人大常委会自身建设",
            "关于如何支持乡人大依法有效行使职权");
    assertThat(items.stream().map(item -> item.conference().name()).distinct())
        .containsExactly("第一次人大工作会议", "第二次人大工作会议", "第三次人大工作会议");
  }

  @Test
  void theTrapsOfTheSourceAreFlagged() {
    assertThat(at(20).label()).isEqualTo("4、");
    assertThat(at(20).flags()).containsExactly(Flag.LABEL_FORM);
    assertThat(at(51).label()).isEqualTo("1.");
    assertThat(at(51).ordinal()).isEqualTo(5);
    assertThat(at(51).flags()).containsExactly(Flag.LABEL_REPEATED);
    assertThat(at(35).label()).isEqualTo("8.");
    assertThat(at(35).ordinal()).isEqualTo(4);
    assertThat(at(35).flags()).containsExactly(Flag.LABEL_SKIPPED);
    assertThat(at(19).ordinal()).isEqualTo(1);
    assertThat(at(19).flags()).containsExactly(Flag.LABEL_SKIPPED);
    assertThat(at(41).text()).endsWith("的程序。\u00a0");
    assertThat(at(41).flags()).isEmpty();
    assertThat(at(73).text()).isEqualTo("党委宣传部门和宣传机构把人大制度、人大工作和民主法制宣传工作纳入区委");
    assertThat(at(73).flags()).containsExactly(Flag.CUT_OFF);
    assertThat(lines(Flag.CUT_OFF)).containsExactly(73);
    assertThat(lines(Flag.LABEL_FORM)).containsExactly(20);
    assertThat(lines(Flag.LABEL_REPEATED)).containsExactly(51);
    assertThat(lines(Flag.LABEL_SKIPPED)).containsExactly(19, 35, 77, 89, 95, 103, 111);
  }

  @Test
  void theGroupsHaveTheirMembers() {
    assertThat(units.get("JDGW").members()).hasSize(24);
    assertThat(units.get("RDJDGW").members()).hasSize(24);
    for (String townships : List.of("XDW", "XRD", "XRD-ZXT", "XZF")) {
      assertThat(units.get(townships).members()).hasSize(19);
    }
    assertThat(units.get("QZF-BM").members()).hasSize(27);
    assertThat(units.get("YFLY").members())
        .extracting(UnitRef::code)
        .containsExactly("QZF", "QFY", "QJCY");
    assertThat(units.get("YFLY").aliases()).contains("一府两院");
  }

  @Test
  void aTownshipsCongressIsReceivedByItsPresidiumAndTakesTheRestFromItsGroup() {
    Unit congress = units.get("XRD-01");
    assertThat(congress.name()).isEqualTo("南磨房乡人大");
    assertThat(congress.receives()).isEqualTo(new UnitRef("XRD-ZXT-01", "XRD-ZXT-01", "南磨房乡人大主席团"));
    assertThat(congress.relation()).isEqualTo(Relation.GUIDED);
    assertThat(congress.superior()).isEqualTo(units.ref("CY"));
    assertThat(congress.inferred()).isTrue();
    assertThat(units.beside(congress, "XDW").name()).isEqualTo("南磨房乡党委");
    assertThat(units.get("XRD-10").aliases()).contains("常营民族乡人大");
    assertThat(units.get("QZF").relation()).isEqualTo(Relation.PEER);
  }

  @Test
  void theStatutoryHolidaysFollowTheChineseCalendar() {
    CalendarYear year =
        CATALOGUE.calendars().stream().filter(it -> it.year() == 2027).findFirst().orElseThrow();
    assertThat(year.provisional()).isTrue();
    assertThat(year.daysOff().keySet())
        .isEqualTo(
            Stream.of(
                    "01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09",
                    "09-15", "10-01", "10-02", "10-03")
                .map(day -> LocalDate.parse("2027-" + day))
                .collect(Collectors.toSet()));
    assertThat(CATALOGUE.calendars()).extracting(CalendarYear::year).contains(2020, 2040);
    assertThat(new WorkingCalendar(CATALOGUE.calendars()).works(LocalDate.parse("2026-10-10")))
        .isTrue();
  }

  @Test
  void theObligationsAreReadInTheOrderOfTheirLinesWithTheIdsOfTheirMeasures() {
    assertThat(CATALOGUE.obligations()).hasSize(138);
    assertThat(CATALOGUE.obligations()).extracting(Obligation::id).isSorted();
    assertThat(CATALOGUE.obligations())
        .filteredOn(it -> Set.of("o-039", "o-062a", "o-120a").contains(it.id()))
        .extracting(Obligation::measureId)
        .containsExactly("chaoyang-2015-T2-1", "chaoyang-2015-T3-3", "chaoyang-2015-T6-1");
  }

  private Set<Integer> lines(Flag flag) {
    return items.stream()
        .filter(item -> item.flags().contains(flag))
        .map(PrintedItem::line)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  private PrintedItem at(int line) {
    return items.stream().filter(item -> item.line() == line).findFirst().orElseThrow();
  }
}
