package duban.notification.message;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The year 2027 as a person reckons it with a calendar on the wall, from the tables of relations
 * and of reminders: which step of which duty lies on which day, and with which notice it leaves.
 */
final class ByHand {

  /** Monday to Friday but for these; no weekend of the year is a working day. */
  static final Set<String> DAYS_OFF =
      Set.of(
          "2027-01-01",
          "2027-02-05",
          "2027-02-08",
          "2027-04-05",
          "2027-06-09",
          "2027-09-15",
          "2027-10-01");

  private static final Map<String, String> WHO_RECEIVES =
      Map.of(
          "QZF", "QZFB",
          "RDCWH", "RDCWH-BG",
          "RDCWH-DZ", "RDCWH-BG",
          "RDCWH-ZR", "RDCWH-BG",
          "SDB", "RDCWH-DB");

  /** Obligation, units, step, the day on which it lies, the day on which its notice leaves. */
  private static final String TABLE =
      """
      o-032a  RDCWH                BEFORE       2027-09-23 2027-09-20
      o-032a  RDCWH                DUE          2027-09-30 2027-09-30
      o-032a  RDCWH                AFTER        2027-10-04 2027-10-04
      o-032b  RDCWH                BEFORE       2027-09-23 2027-09-20
      o-032b  RDCWH                DUE          2027-09-30 2027-09-30
      o-032b  RDCWH                AFTER        2027-10-04 2027-10-04
      o-039   QZF-BM-01..27        LEAD         2027-09-02 2027-08-30
      o-039   QZF-BM-01..27        BEFORE       2027-10-22 2027-10-18
      o-039   QZF-BM-01..27        DUE          2027-10-29 2027-10-29
      o-039   QZF-BM-01..27        AFTER        2027-11-01 2027-11-01
      o-041a  RDCWH                BEFORE       2027-03-24 2027-03-22
      o-041a  RDCWH                DUE          2027-03-31 2027-03-31
      o-041a  RDCWH                AFTER        2027-04-01 2027-04-01
      o-047a  RDCWH-DB             BEFORE       2027-12-24 2027-12-20
      o-047a  RDCWH-DB             AFTER        2028-01-03 2028-01-03
      o-051   JDGW-01..24          BEFORE       2027-03-24 2027-03-22
      o-051   JDGW-01..24          DUE          2027-03-31 2027-03-31
      o-051   JDGW-01..24          AFTER        2027-04-01 2027-04-01
      o-051   XDW-01..19           BEFORE       2027-03-24 2027-03-22
      o-051   XDW-01..19           DUE          2027-03-31 2027-03-31
      o-051   XDW-01..19           AFTER        2027-04-01 2027-04-01
      o-055b  RDCWH                BEFORE       2027-12-24 2027-12-20
      o-055b  RDCWH                AFTER        2028-01-03 2028-01-03
      o-061a  RDCWH                LATEST_START 2027-12-03 2027-11-29
      o-061a  RDCWH                BEFORE       2027-12-24 2027-12-20
      o-061a  RDCWH                AFTER        2028-01-03 2028-01-03
      o-061c  RDCWH                LATEST_START 2027-12-03 2027-11-29
      o-061c  RDCWH                BEFORE       2027-12-24 2027-12-20
      o-061c  RDCWH                AFTER        2028-01-03 2028-01-03
      o-062a  QZF                  BEFORE       2027-04-01 2027-03-29
      o-062a  QZF>RDCWH-BG         BEFORE       2027-04-01 2027-03-29
      o-062a  QZF                  BEFORE       2027-04-23 2027-04-19
      o-062a  QZF>RDCWH-BG         BEFORE       2027-04-23 2027-04-19
      o-062a  QZF                  AFTER        2027-05-03 2027-05-03
      o-062a  QZF>RDCWH-BG         AFTER        2027-05-03 2027-05-03
      o-062a  QZF                  BEFORE       2027-08-03 2027-08-02
      o-062a  QZF>RDCWH-BG         BEFORE       2027-08-03 2027-08-02
      o-062a  QZF                  BEFORE       2027-08-24 2027-08-23
      o-062a  QZF>RDCWH-BG         BEFORE       2027-08-24 2027-08-23
      o-062a  QZF                  AFTER        2027-09-01 2027-09-01
      o-062a  QZF>RDCWH-BG         AFTER        2027-09-01 2027-09-01
      o-062a  QZF                  BEFORE       2027-12-03 2027-11-29
      o-062a  QZF>RDCWH-BG         BEFORE       2027-12-03 2027-11-29
      o-062a  QZF                  BEFORE       2027-12-24 2027-12-20
      o-062a  QZF>RDCWH-BG         BEFORE       2027-12-24 2027-12-20
      o-062a  QZF                  AFTER        2028-01-03 2028-01-03
      o-062a  QZF>RDCWH-BG         AFTER        2028-01-03 2028-01-03
      o-062b  RDCWH-ZR             LATEST_START 2027-12-03 2027-11-29
      o-062b  RDCWH-ZR             BEFORE       2027-12-24 2027-12-20
      o-062b  RDCWH-ZR             AFTER        2028-01-03 2028-01-03
      o-062c  RDCWH                LEAD         2027-06-02 2027-05-31
      o-062c  RDCWH                BEFORE       2027-09-23 2027-09-20
      o-062c  RDCWH                DUE          2027-09-30 2027-09-30
      o-062c  RDCWH                AFTER        2027-10-04 2027-10-04
      o-081   RDCWH-DZ             PACE         2027-05-18 2027-05-17
      o-081   RDCWH-DZ             PACE         2027-10-19 2027-10-18
      o-081   RDCWH-DZ             LATEST_START 2027-11-19 2027-11-15
      o-081   RDCWH-DZ             BEFORE       2027-12-24 2027-12-20
      o-081   RDCWH-DZ             AFTER        2028-01-03 2028-01-03
      o-092   QZF                  BEFORE       2027-12-24 2027-12-20
      o-092   QZF                  AFTER        2028-01-03 2028-01-03
      o-115a  XDW-01..19           LATEST_START 2027-12-03 2027-11-29
      o-115a  XDW-01..19           BEFORE       2027-12-24 2027-12-20
      o-115a  XDW-01..19           AFTER        2028-01-03 2028-01-03
      o-120a  XRD-01..19           PACE         2027-05-18 2027-05-17
      o-120a  XRD-01..19           PACE         2027-10-19 2027-10-18
      o-120a  XRD-01..19           LATEST_START 2027-12-03 2027-11-29
      o-120a  XRD-01..19           BEFORE       2027-12-24 2027-12-20
      o-120a  XRD-01..19           AFTER        2028-01-11 2028-01-11
      o-121a  XRD-01..19           BEFORE       2027-12-24 2027-12-20
      o-121a  XRD-01..19           AFTER        2028-01-11 2028-01-11
      o-121b  XRD-01..19           BEFORE       2027-12-24 2027-12-20
      o-121b  XRD-01..19           AFTER        2028-01-11 2028-01-11
      o-121d  XRD-ZXT-01..19       BEFORE       2027-03-24 2027-03-22
      o-121d  XRD-ZXT-01..19       DUE          2027-03-31 2027-03-31
      o-121d  XRD-ZXT-01..19       AFTER        2027-04-01 2027-04-01
      o-090a  QFY                  BEFORE       2027-05-18 2027-05-17
      o-090a  QFY                  BEFORE       2027-06-16 2027-06-14
      o-090a  QFY                  BEFORE       2027-06-25 2027-06-25
      o-090a  QFY                  AFTER        2027-07-01 2027-07-01
      o-090p  QJCY                 BEFORE       2027-05-18 2027-05-17
      o-090p  QJCY                 BEFORE       2027-06-25 2027-06-25
      o-090p  QJCY                 AFTER        2027-07-01 2027-07-01
      o-057   QZF-BM-05            BEFORE       2027-05-17 2027-05-17
      o-057   QZF-BM-05            BEFORE       2027-06-07 2027-06-07
      o-057   QZF-BM-05            AFTER        2027-06-16 2027-06-16
      o-057   QZF-BM-05>QZF-BM-07  DUE          2027-04-15 2027-04-15
      o-062d  QZF                  BEFORE       2027-10-15 2027-10-11
      o-062d  QZF                  BEFORE       2027-11-16 2027-11-15
      o-062d  QZF                  AFTER        2027-12-01 2027-12-01
      o-097   RDCWH-GW             LEAD         2027-10-20 2027-10-18
      o-097   RDCWH-GW             BEFORE       2027-11-08 2027-11-08
      o-111a  XDW-07               LEAD         2027-10-20 2027-10-18
      o-111a  XDW-07               BEFORE       2027-11-08 2027-11-08
      o-077a  QW                   BEFORE       2026-12-30 2027-01-04
      o-077a  QW                   BEFORE       2027-06-30 2027-06-28
      o-077a  QW                   BEFORE       2027-12-30 2027-12-27
      o-047s  SDB                  BEFORE       2027-12-24 2027-12-20
      o-047s  SDB                  AFTER        2028-01-03 2028-01-03
      """;

  /** One step of what one unit owes, told to one recipient. */
  record Told(
      String obligation,
      String unit,
      String recipient,
      String step,
      LocalDate on,
      LocalDate leaves) {}

  private ByHand() {}

  static List<Told> all() {
    return TABLE.lines().flatMap(ByHand::row).toList();
  }

  private static Stream<Told> row(String line) {
    var cells = line.split(" +");
    return pairs(cells[1])
        .map(
            it ->
                new Told(
                    cells[0],
                    it[0],
                    it[1],
                    cells[2],
                    LocalDate.parse(cells[3]),
                    LocalDate.parse(cells[4])));
  }

  /**
   * {@code QZF-BM-01..27}: each of them; {@code QZF>RDCWH-BG}: somebody besides whoever owes it.
   */
  private static Stream<String[]> pairs(String cell) {
    if (cell.contains(">")) {
      return Stream.<String[]>of(cell.split(">"));
    }
    var dots = cell.indexOf("..");
    if (dots < 0) {
      return Stream.<String[]>of(new String[] {cell, recipient(cell)});
    }
    return IntStream.rangeClosed(1, Integer.parseInt(cell.substring(dots + 2)))
        .mapToObj(number -> cell.substring(0, dots - 2) + "%02d".formatted(number))
        .map(unit -> new String[] {unit, recipient(unit)});
  }

  /** By the table of relations, and by who receives for whom. */
  private static String recipient(String unit) {
    if (unit.matches("(XDW|JDGW)-\\d\\d|QW")) {
      return "QWB";
    }
    if (unit.matches("XRD-\\d\\d")) {
      return "XRD-ZXT" + unit.substring(3);
    }
    return WHO_RECEIVES.getOrDefault(unit, unit);
  }
}
