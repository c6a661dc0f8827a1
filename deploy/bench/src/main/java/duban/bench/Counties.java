package duban.bench;

import java.io.StringReader;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/**
 * Counties with their departments, written where catalog-service keeps them: 11 units each. A
 * province has a rule for each month and one for each quarter, for all units of its counties, which
 * makes 352 deadlines of a county in two years.
 */
final class Counties {

  static final int TOUCHED = 10_000;

  /** So many counties, at most, does a rule name. */
  static final int PROVINCE = 95;

  /** Of a county. */
  static final int UNITS = 11;

  /** A Thursday on which each of them owes one thing. */
  static final String MOVED_DAY = "2027-03-25";

  private static final String MOMENT = "2026-11-25 00:00:00+00";
  private static final String MEASURE = "chaoyang-2015-T2-1";
  private static final String QUOTE = "每年10月份";

  private final StringBuilder units = new StringBuilder();
  private final StringBuilder members = new StringBuilder();
  private final StringBuilder duties = new StringBuilder();

  /** Those from {@code from} on, before {@code to}. */
  static void write(Connection database, int from, int to) throws Exception {
    var counties = new Counties();
    for (int county = from; county < to; county++) {
      counties.county(county);
    }
    counties.copy(database);
  }

  /** One duty of so many units that its two years are {@link #TOUCHED} deadlines. */
  static void writeLarge(Connection database) throws Exception {
    var counties = new Counties();
    counties.group("K-LARGE", TOUCHED / 2);
    counties.duties.append(duty("k-large", "K-LARGE", large("--10-31")));
    counties.copy(database);
  }

  static String large(String due) {
    return rule("YEAR", "--10-01", due);
  }

  private void county(int number) {
    group("K-" + number, UNITS);
  }

  /** The rules of a province, as staff send them. */
  static List<String> rules(int from, int to) {
    String groups =
        IntStream.range(from, to).mapToObj(it -> "K-" + it).collect(Collectors.joining("\", \""));
    return List.of(
        body("k-m-" + from, groups, rule("MONTH", "---05", "---25")),
        body("k-q-" + from, groups, rule("QUARTER", "P1M", "-P5D")));
  }

  private void group(String group, int count) {
    var list = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String id = group + "-" + i;
      unit(id, "DEPARTMENT", "");
      list.append(i == 0 ? "" : ",")
          .append("{\"id\": \"%s\", \"code\": \"%s\", \"name\": \"%s\"}".formatted(id, id, id));
      members.append(group).append('\t').append(id).append('\n');
    }
    unit(group, "GROUP", list.toString());
  }

  private void unit(String id, String kind, String list) {
    String body =
        """
        {"id": "%s", "code": "%s", "name": "%s", "kind": "%s", "organiser": [], "aliases": [],\
         "members": [%s], "superior": {"id": "CY", "code": "CY", "name": "朝阳区"},\
         "relation": "DEPARTMENT", "inferred": false}"""
            .formatted(id, id, id, kind, list);
    units.append(
        String.join("\t", id, id, id, "", kind, "DEPARTMENT", "CY", "1", body, MOMENT) + "\n");
  }

  private static String rule(String period, String opens, String due) {
    return "{\"kind\": \"WINDOW\", \"period\": \"%s\", \"times\": 1, \"opens\": \"%s\", \"due\": \"%s\", \"lead\": \"P20D\"}"
        .formatted(period, opens, due);
  }

  /** As it is stored and sent. */
  static String body(String id, String groups, String rule) {
    return """
           {"id": "%s", "measureId": "%s", "title": "报送贯彻实施情况", "quote": "%s", "strength": "MUST",\
            "who": {"responsible": ["%s"], "supervisor": "RDCWH-BG", "fanOut": "PER_UNIT"},\
            "rule": %s, "afterDue": "MAKE_UP", "inForceFrom": "2026-01-01"}"""
        .formatted(id, MEASURE, QUOTE, groups, rule);
  }

  private static String duty(String id, String group, String rule) {
    return String.join(
            "\t",
            id,
            MEASURE,
            "WINDOW",
            "MUST",
            "报送贯彻实施情况",
            "2026-01-01",
            "1",
            body(id, group, rule),
            MOMENT)
        + "\n";
  }

  private void copy(Connection database) throws Exception {
    copy(
        database,
        "unit (id, code, name, aliases, kind, relation, superior_id, version, body, recorded_at)",
        units);
    copy(database, "unit_member (group_id, member_id)", members);
    copy(
        database,
        "obligation (id, measure_id, kind, strength, title, in_force_from, version, body,"
            + " recorded_at)",
        duties);
  }

  private static void copy(Connection database, String into, StringBuilder rows) throws Exception {
    database
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("COPY " + into + " FROM STDIN", new StringReader(rows.toString()), 1 << 16);
  }
}
