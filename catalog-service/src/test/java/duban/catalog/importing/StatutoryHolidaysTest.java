package duban.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nlf.calendar.Holiday;
import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import com.nlf.calendar.util.HolidayUtil;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The statutory holidays that stand in for a year without notice, against the lunar calendar and
 * the solar terms of a calendar library. Which days they are: 全国年节及纪念日放假办法, as amended in 2024.
 */
class StatutoryHolidaysTest {

  private static final Map<Integer, CalendarYear> YEARS =
      CatalogueReader.read(CatalogueSource.bytes("chaoyang").orElseThrow()).calendars().stream()
          .collect(Collectors.toMap(CalendarYear::year, year -> year));

  private static final int LAST = 2040;

  @Test
  void eachYearThatIsNotAnnouncedHasThoseOfTheLawThrough2040() {
    var provisional = YEARS.values().stream().filter(CalendarYear::provisional).toList();
    assertThat(provisional)
        .extracting(CalendarYear::year)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2027, LAST).boxed().toList())
        .hasSize(14);
    assertThat(provisional)
        .allSatisfy(year -> assertThat(year.daysOff()).isEqualTo(ofTheLaw(year.year())));
  }

  /** Whoever announced 2025 and 2026 went by the same law: none of its days is worked. */
  @Test
  void theNoticesSinceTheAmendmentGiveAllDaysOfTheLawOff() {
    var calendar = new WorkingCalendar(YEARS.values());
    for (int year : new int[] {2025, 2026}) {
      assertThat(ofTheLaw(year).keySet()).isNotEmpty().noneMatch(calendar::works);
    }
  }

  /** The library knows the notices up to 2023 too, though it calls some holidays otherwise. */
  @Test
  void theShippedNoticesAreThoseThatTheLibraryKnows() {
    for (int year = 2020; year <= 2023; year++) {
      var known = HolidayUtil.getHolidays(year);
      assertThat(known).as("holidays of " + year).isNotEmpty();
      var shipped = YEARS.get(year);
      assertThat(shipped.makeUpWorkingDays().keySet())
          .as("worked in " + year)
          .isEqualTo(days(known, true));
      assertThat(shipped.daysOff().keySet()).as("off in " + year).isEqualTo(days(known, false));
    }
  }

  private static Set<LocalDate> days(List<Holiday> holidays, boolean worked) {
    return holidays.stream()
        .filter(it -> it.isWork() == worked)
        .map(it -> LocalDate.parse(it.getDay()))
        .collect(Collectors.toSet());
  }

  private static TreeMap<LocalDate, String> ofTheLaw(int year) {
    var days = new TreeMap<LocalDate, String>();
    days.put(LocalDate.of(year, 1, 1), "元旦");
    var newYear = day(Lunar.fromYmd(year, 1, 1));
    IntStream.rangeClosed(-1, 2).forEach(it -> days.put(newYear.plusDays(it), "春节"));
    days.put(day(Lunar.fromYmd(year, 6, 1).getJieQiTable().get("清明")), "清明");
    days.put(LocalDate.of(year, 5, 1), "劳动节");
    days.put(LocalDate.of(year, 5, 2), "劳动节");
    days.put(day(Lunar.fromYmd(year, 5, 5)), "端午");
    IntStream.rangeClosed(1, 3).forEach(it -> days.put(LocalDate.of(year, 10, it), "国庆节"));
    days.merge(day(Lunar.fromYmd(year, 8, 15)), "中秋", (one, other) -> one + "、" + other);
    return days;
  }

  private static LocalDate day(Lunar lunar) {
    return day(lunar.getSolar());
  }

  private static LocalDate day(Solar solar) {
    return LocalDate.of(solar.getYear(), solar.getMonth(), solar.getDay());
  }
}
