package duban.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Making the deadlines of a country's counties, to the last record on Kafka, beside COPY of the
 * same rows; what an edit costs among them; and what a page costs.
 */
final class MakeFigure implements Figure {

  /** A tenth of the country's: all of them take longer than a transaction may last. */
  private static final int COUNTIES =
      Integer.parseInt(Bench.property("duban.bench.counties", "284"));

  private static final int FEW = 28;
  private static final int PAGES = 300;
  private static final int EDITS = 5;
  private static final double OF_COPY = 0.6;
  private static final double OF_A_SMALL_PAGE = 1.2;

  private final HttpClient client = HttpClient.newHttpClient();
  private int year = 2041;

  @Override
  public String name() {
    return "make";
  }

  @Override
  public void measure(Bench bench, Table table) throws Exception {
    try (var world = World.start(bench, name())) {
      var catalog = world.service("catalog", Map.of());
      try (var database = world.superuser("catalog")) {
        told(database);
        Counties.write(database, 0, FEW);
        everything(world, catalog, database);
        double[] small = pages(catalog);
        double before = catalog.megabytes();
        long stood = District.count(database, "SELECT count(*) FROM deadline");

        Counties.write(database, FEW, COUNTIES);
        double seconds =
            Watch.during(world, "making", catalog, () -> everything(world, catalog, database));
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
        edits(world, catalog, database, table);
      }
    }
  }

  /** A change that may reach everything; returns seconds to the empty outbox. */
  private double everything(World world, Service catalog, Connection database) throws Exception {
    try (var statement = database.createStatement()) {
      statement.execute("ANALYZE");
    }
    long began = System.nanoTime();
    put(
        world,
        catalog,
        "calendars/" + year++,
        null,
        "{\"daysOff\": {}, \"makeUpWorkingDays\": {}}");
    told(database);
    return (System.nanoTime() - began) / 1e9;
  }

  /** An edit of one rule with 10,000 deadlines, beside an UPDATE of the same rows. */
  private void edits(World world, Service catalog, Connection database, Table table)
      throws Exception {
    Counties.writeLarge(database);
    everything(world, catalog, database);
    var all =
        Rounds.interleaved(
            1,
            EDITS,
            java.util.List.of(
                () -> Counties.TOUCHED / edit(world, catalog, database),
                () -> Counties.TOUCHED / DeadlineSql.updated(database),
                () -> holiday(world, catalog, database)));
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
  }

  private double edit(World world, Service catalog, Connection database) throws Exception {
    String due = year++ % 2 == 0 ? "--10-31" : "--11-15";
    String body = Counties.body("k-large", "K-LARGE", Counties.large(due));
    long began = System.nanoTime();
    put(world, catalog, "obligations/k-large", "obligations/k-large", body);
    told(database);
    return (System.nanoTime() - began) / 1e9;
  }

  private double holiday(World world, Service catalog, Connection database) throws Exception {
    return everything(world, catalog, database);
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

  private void put(World world, Service catalog, String path, @Nullable String of, String body)
      throws Exception {
    var uri = URI.create("http://127.0.0.1:" + catalog.port() + "/api/catalog/");
    String token = "Bearer " + world.tokens().of("supervisor");
    var request =
        HttpRequest.newBuilder(uri.resolve(path + "?confirm=true"))
            .header("Authorization", token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body));
    if (of != null) {
      var seen =
          client.send(
              HttpRequest.newBuilder(uri.resolve(of)).header("Authorization", token).build(),
              BodyHandlers.discarding());
      request.header("If-Match", seen.headers().firstValue("ETag").orElseThrow());
    }
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }
}
