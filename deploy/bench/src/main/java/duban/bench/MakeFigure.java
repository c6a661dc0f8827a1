package duban.bench;

import java.sql.Connection;
import java.util.Map;

/**
 * Making the deadlines of a country's counties, to the last record on Kafka, beside COPY of the
 * same rows; what an edit costs among them; and what a page costs.
 */
final class MakeFigure implements Figure {

  /** All of the country. */
  private static final int COUNTIES =
      Integer.parseInt(Bench.property("duban.bench.counties", "2844"));

  private static final int FEW = 28;
  private static final String NOTHING_DUE = "2027-03-08";
  private static final int PAGES = 300;
  private static final int EDITS = 5;
  private static final double OF_COPY = 0.6;
  private static final double OF_A_SMALL_PAGE = 1.2;

  private int edits;
  private int holidays;

  @Override
  public String name() {
    return "make";
  }

  @Override
  public void measure(Bench bench, Table table) throws Exception {
    try (var world = World.start(bench, name())) {
      var catalog = world.service("catalog", Map.of());
      var staff = new Staff(catalog, world.tokens().of("supervisor"));
      try (var database = world.superuser("catalog")) {
        told(database);
        calendar(staff, NOTHING_DUE);
        Counties.write(database, 0, FEW);
        province(staff, 0, FEW);
        told(database);
        double[] small = pages(catalog);
        double before = catalog.megabytes();
        long stood = District.count(database, "SELECT count(*) FROM deadline");

        Counties.write(database, FEW, COUNTIES);
        double seconds = Watch.during(world, "making", catalog, () -> country(staff, database));
        long made = District.count(database, "SELECT count(*) FROM deadline") - stood;
        double copy = made / DeadlineSql.copied(database, stood);
        Samples ours = Samples.of(made / seconds);
        table.add(
            "making %,d deadlines, to the last Kafka record".formatted(made),
            "deadlines/s",
            ours,
            Samples.of(copy),
            Table.Goal.ratioAtLeast(OF_COPY, ours, Samples.of(copy)));
        table.add(
            "resident memory after it, beside before",
            "MB",
            Samples.of(catalog.megabytes()),
            Samples.of(before),
            Table.Goal.NONE);
        Samples large = Samples.of(pages(catalog));
        table.add(
            "a page of 50 deadlines, of %,d beside %,d".formatted(stood + made, stood),
            "ms",
            large,
            Samples.of(small),
            Table.Goal.ratioAtMost(OF_A_SMALL_PAGE, large, Samples.of(small)));
        edits(staff, database, table);
      }
    }
  }

  /** The rules of one province after the other; returns seconds to the empty outbox. */
  private static double country(Staff staff, Connection database) throws Exception {
    try (var statement = database.createStatement()) {
      statement.execute("ANALYZE");
    }
    long began = System.nanoTime();
    for (int from = FEW; from < COUNTIES; from += Counties.PROVINCE) {
      province(staff, from, Math.min(from + Counties.PROVINCE, COUNTIES));
    }
    told(database);
    return (System.nanoTime() - began) / 1e9;
  }

  private static void province(Staff staff, int from, int to) throws Exception {
    for (String rule : Counties.rules(from, to)) {
      staff.make("obligations", rule);
    }
  }

  /** The year's calendar with that day off. */
  private static void calendar(Staff staff, String day) throws Exception {
    staff.change(
        "calendars/2027",
        "{\"daysOff\": {\"%s\": \"放假\"}, \"makeUpWorkingDays\": {}}".formatted(day));
  }

  /**
   * An edit of one rule with 10,000 deadlines, beside an UPDATE of the same rows; and changes of
   * the calendar.
   */
  private void edits(Staff staff, Connection database, Table table) throws Exception {
    Counties.writeLarge(database);
    long moved = (long) COUNTIES * Counties.UNITS;
    var all =
        Rounds.interleaved(
            1,
            EDITS,
            java.util.List.of(
                () -> Counties.TOUCHED / edit(staff, database),
                () -> Counties.TOUCHED / DeadlineSql.updated(database),
                () -> holiday(staff, database, "2027-03-0" + (1 + holidays++ % 5)),
                () -> moved / moving(staff, database)));
    table.add(
        "an edit of a rule that moves 10,000 deadlines, to the last Kafka record",
        "deadlines/s",
        all.get(0),
        all.get(1),
        Table.Goal.NONE);
    Samples seconds = all.get(2);
    table.add(
        "a change of the calendar that moves none, beside the edit",
        "s",
        seconds,
        Samples.of(Counties.TOUCHED / all.get(0).median()),
        Table.Goal.NONE);
    table.add(
        "a change of the calendar that moves %,d, to the last Kafka record, beside the edit"
            .formatted(moved),
        "deadlines/s",
        all.get(3),
        all.get(0),
        Table.Goal.NONE);
  }

  private double edit(Staff staff, Connection database) throws Exception {
    String due = edits++ % 2 == 0 ? "--10-31" : "--11-15";
    String body = Counties.body("k-large", "K-LARGE", Counties.large(due));
    long began = System.nanoTime();
    staff.change("obligations/k-large", body);
    told(database);
    return (System.nanoTime() - began) / 1e9;
  }

  private static double holiday(Staff staff, Connection database, String day) throws Exception {
    long began = System.nanoTime();
    calendar(staff, day);
    told(database);
    return (System.nanoTime() - began) / 1e9;
  }

  /** The way back is not measured. */
  private static double moving(Staff staff, Connection database) throws Exception {
    double seconds = holiday(staff, database, Counties.MOVED_DAY);
    holiday(staff, database, NOTHING_DUE);
    return seconds;
  }

  /** Milliseconds of each, from somewhere in the middle. */
  private static double[] pages(Service catalog) throws Exception {
    double[] millis = new double[PAGES];
    try (var http = catalog.http("leader")) {
      for (int i = -PAGES; i < PAGES; i++) {
        long began = System.nanoTime();
        var answer =
            http.get(
                "/api/catalog/deadlines?limit=50&unit=K-%d-%d"
                    .formatted(Math.floorMod(i, FEW), i & 7));
        if (answer.status() != 200) {
          throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        if (i >= 0) {
          millis[i] = (System.nanoTime() - began) / 1e6;
        }
      }
    }
    return millis;
  }

  private static void told(Connection database) {
    Patience.await(
        "an empty outbox",
        50,
        () ->
            District.count(database, "SELECT count(*) FROM (SELECT FROM outbox LIMIT 1) AS one")
                == 0);
  }
}
